/** A thread that helps to index a history: see index-ahead.ts. */
import { workerData } from "node:worker_threads";
import { indexShared, type SharedWork } from "./index-ahead.ts";

indexShared(workerData as SharedWork);
