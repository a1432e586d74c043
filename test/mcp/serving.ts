// SPDX-License-Identifier: Apache-2.0
// The built program as a process of its own, as a client meets it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts `heliotrope serve` on a free port; gives its address and a way to stop. */
export async function serveProgram(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<{ address: string; pid: number; stop: () => Promise<number | null> }> {
  const program = spawn(process.execPath, ['bin/heliotrope.js', 'serve', '--port', '0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, problems] = ['', ''];
  program.stderr.on('data', (data: Buffer) => {
    problems += data.toString();
  });
  const address = await new Promise<string>((ready, fail) => {
    program.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      const found = /http:\/\/[\d.]+:\d+/.exec(out)?.[0];
      if (found) ready(found);
    });
    program.once('exit', (code) => fail(new Error(`heliotrope serve ended with ${code}: ${problems}`)));
  });
  program.removeAllListeners('exit');
  return {
    address,
    pid: program.pid ?? 0,
    stop: async () => {
      if (program.exitCode !== null) return program.exitCode;
      program.kill('SIGTERM');
      await once(program, 'exit');
      return program.exitCode;
    },
  };
}
