/** Keeps property tests short under mutation: each runs for half a second at most, whatever number of cases it asks for. */
import fc from "fast-check";

fc.configureGlobal({ interruptAfterTimeLimit: 500, markInterruptAsFailure: false });
