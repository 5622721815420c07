/** What can happen to a disk: it has no room left, it makes writes wait until it is mended, or the app is killed before a write or half-way through it. */
export interface DiskFault {
  readonly kind: 'full' | 'waiting' | 'killed' | 'torn';
  /** So many writes go well before it happens. */
  readonly after: number;
}

/** The disk below a vault and its hidden files. Tests fill it up or pull its plug; otherwise it only takes its time. */
export class Disk {
  private left = Infinity;
  private kind: DiskFault['kind'] = 'full';
  private hasRoom = true;
  private kill: () => void = () => undefined;
  private mend: () => void = () => undefined;
  private mended = Promise.resolve();
  /** Comes true when a write meets the end of an app that is killed; from then on no write goes through. */
  readonly killed = new Promise<void>((resolve) => {
    this.kill = resolve;
  });

  /** From now on: `after` writes, then the fault, at every write until another is set. null mends the disk. */
  break(fault: DiskFault | null): void {
    this.left = fault?.after ?? Infinity;
    this.kind = fault?.kind ?? 'full';
    this.hasRoom = true;
    this.mend();
    this.mended = new Promise((resolve) => {
      this.mend = resolve;
    });
  }

  /** Lets other work run in between, as a disk does. */
  wait(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** To be waited for before anything is changed; `half` writes a part of it. */
  async beforeWrite(half?: () => void): Promise<void> {
    await this.wait();
    if (this.left > 0) this.left -= 1;
    else if (this.kind === 'full') this.hasRoom = false;
    else if (this.kind === 'waiting') await this.mended;
    else {
      if (this.kind === 'torn') half?.();
      this.kind = 'killed';
      this.kill();
      // What runs in an app that was killed never goes on.
      await new Promise(() => undefined);
    }
  }

  /** Throws on a full disk. To be asked for what makes files longer: a full disk still deletes, renames and shortens. */
  needRoom(): void {
    if (!this.hasRoom) throw new Error('ENOSPC: no space left on device, write');
  }
}
