/** The command line's entry: streams and signals in, exit code out. */
import { runCommandLine } from './run';
import { languageOfEnvironment } from './terminal';
import type { Terminal } from './terminal';

/** Writes lines until the reader at the other end has gone (`… | head`); then the work goes on unseen, for half an import is worse. */
function lineWriter(stream: NodeJS.WriteStream): (line: string) => void {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return (line) => {
    if (!gone) stream.write(`${line}\n`);
  };
}

let interrupted = false;
// The first Ctrl-C ends the work after the file in hand; a second one ends the program.
process.once('SIGINT', () => {
  interrupted = true;
});

const terminal: Terminal = {
  out: lineWriter(process.stdout),
  err: lineWriter(process.stderr),
  progress: (done, total) => {
    if (process.stderr.isTTY) process.stderr.write(done === total ? '\r\u001B[K' : `\r${done}/${total}`);
  },
  stopped: () => interrupted,
  language: languageOfEnvironment(process.env),
};

// Not process.exit(): it would cut off what a pipe has not taken yet.
process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
