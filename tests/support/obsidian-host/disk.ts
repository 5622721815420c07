/** What can happen to a disk: it is full, or the app is killed before a write. */
export interface DiskFault {
  readonly kind: 'full' | 'killed';
  /** So many writes go well before it happens. */
  readonly after: number;
}

/** The disk below a vault and its hidden files. Tests fill it up or pull its plug; otherwise it only takes its time. */
export class Disk {
  private left = Infinity;
  private kind: DiskFault['kind'] = 'full';

  /** From now on: `after` writes, then the fault, at every write until another is set. null mends the disk. */
  break(fault: DiskFault | null): void {
    this.left = fault?.after ?? Infinity;
    this.kind = fault?.kind ?? 'full';
  }

  /** Lets other work run in between, as a disk does. */
  wait(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** To be waited for before anything is written. */
  async beforeWrite(): Promise<void> {
    await this.wait();
    if (this.left > 0) this.left -= 1;
    else if (this.kind === 'full') throw new Error('ENOSPC: no space left on device, write');
    // What runs in an app that was killed never goes on.
    else await new Promise(() => undefined);
  }
}
