// Loaded before anything else in the server under test and in each of its threads: plants the bug that is asked for.
import { isMainThread } from "node:worker_threads";
import { plants } from "./plants.mjs";

const name = process.env.RIVULET_PLANT;
const bug = plants[name];
if (!bug) throw new Error(`There is no plant ${name}: there are ${Object.keys(plants).join(", ")}.`);
if (isMainThread === (bug.in === "host")) await bug.plant();
