/** 0: all went well; 1: something could not be read or written, and was named; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;
