/** How the last thread ended that outlived its run. A module's variables belong to the worker, so all its sessions share this. */
export const last = { outcome: "no thread has ended yet" };
