/**
 * Lets a process that exits while statements run be gone at once. On its way out Node waits for the engine's threads: it
 * was seen to hang for five minutes, and then to crash. Whoever exits without closing the engine wants neither, and the
 * engine's data survive a SIGKILL.
 *
 * @returns what takes this back, once the engine is closed
 */
export function leaveAtExit(isBusy: () => boolean): () => void {
  const leave = (): void => {
    if (isBusy()) process.kill(process.pid, 'SIGKILL');
  };
  process.once('exit', leave);
  return () => {
    process.off('exit', leave);
  };
}
