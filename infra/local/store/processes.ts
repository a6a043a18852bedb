import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Process {
  pid: number;
  /** The program and its arguments, without quotes. */
  command: string;
}

/** What runs on this machine, as far as this user may see it. */
export const processes = (platform: string = process.platform): Process[] => {
  switch (platform) {
    case 'linux': // `ps` is not on every one
      return readdirSync('/proc')
        .filter((pid) => /^\d+$/.test(pid))
        .map((pid) => ({ pid: Number(pid), command: commandOf(pid) }));
    case 'win32':
      return listed('powershell', [
        ...['-NoProfile', '-Command'],
        'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }',
      ]);
    default:
      return listed('ps', ['-axww', '-o', 'pid=,command=']);
  }
};

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    return ''; // it has ended meanwhile
  }
};

/** Lines of a number and a command. */
const listed = (command: string, args: string[]): Process[] =>
  execFileSync(command, args, { encoding: 'utf8', windowsHide: true, maxBuffer: 2 ** 26 })
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, pid, rest] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid && rest !== undefined ? [{ pid: Number(pid), command: rest.replaceAll('"', '').trim() }] : [];
    });
