// Stands for the authoring API: the same object for every importer in a thread.
export const st = globalThis.stub;
