/** A thread that helps to index a history: see index-ahead.ts. */
import { workerData } from "node:worker_threads";
import { indexShare, type Share } from "./index-ahead.ts";

indexShare(workerData as Share);
