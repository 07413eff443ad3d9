/** A thread that helps to index a history: see index-ahead.ts. */
import { workerData } from "node:worker_threads";
import { runIndexJob, type SharedIndexJob } from "./build-indexes.ts";

runIndexJob(workerData as SharedIndexJob);
