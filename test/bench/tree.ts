import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Held {
  pid: number;
  parent: number;
  /** Resident, in bytes. */
  bytes: number;
}

/** Bytes that a process and all below it hold in memory at this moment; what they share counts for each. */
export const residentOf = (root: number): number => {
  const all = held();
  const within = new Set([root]);
  for (let before = 0; before < within.size; ) {
    before = within.size;
    for (const { pid, parent } of all) if (within.has(parent)) within.add(pid);
  }
  return all.reduce((sum, { pid, bytes }) => sum + (within.has(pid) ? bytes : 0), 0);
};

const held = (): Held[] => (process.platform === 'linux' ? heldByProc() : heldByPs());

const PAGE = 4096;

const heldByProc = (): Held[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // a program's name may have spaces
        return [{ pid: Number(pid), parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE }];
      } catch {
        return []; // it has ended meanwhile
      }
    });

const heldByPs = (): Held[] =>
  execFileSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, bytes: kilobytes * 1024 };
    });
