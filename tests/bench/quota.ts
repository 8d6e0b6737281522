// Holds a whole browser, with the threads of its compilers, to half a core. DevTools slows only the main thread down.

import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { browserPath } from "./browser";

/** The browser may run for the half of each period. A short period spreads the pauses evenly. */
const PERIOD_US = 20_000;
const QUOTA_US = PERIOD_US / 2;

/** A program that starts the browser with half a core. Call `dispose` at the end. */
export type LimitedBrowser = { executable: string; dispose: () => void };

/** Makes such a program, with the first means that this system has. Returns `undefined` if it has none. */
export function limitBrowser(): LimitedBrowser | undefined {
  return withControlGroup2() ?? withControlGroup1() ?? withSystemd();
}

/** Control groups of version 2, as most Linux distributions have them. Needs root. */
function withControlGroup2(): LimitedBrowser | undefined {
  const parent = "/sys/fs/cgroup";
  const controllers = join(parent, "cgroup.subtree_control");
  if (!existsSync(controllers) || !readFileSync(controllers, "utf8").split(/\s/).includes("cpu")) return undefined;
  return withGroup(parent, (group) => writeFileSync(join(group, "cpu.max"), `${QUOTA_US} ${PERIOD_US}`));
}

/** Control groups of version 1. Needs root. */
function withControlGroup1(): LimitedBrowser | undefined {
  const parent = "/sys/fs/cgroup/cpu";
  if (!existsSync(join(parent, "cpu.cfs_quota_us"))) return undefined;
  return withGroup(parent, (group) => {
    writeFileSync(join(group, "cpu.cfs_period_us"), String(PERIOD_US));
    writeFileSync(join(group, "cpu.cfs_quota_us"), String(QUOTA_US));
  });
}

function withGroup(parent: string, limit: (group: string) => void): LimitedBrowser | undefined {
  const group = join(parent, `motcua-bench-${process.pid}`);
  try {
    mkdirSync(group);
    limit(group);
    accessSync(join(group, "cgroup.procs"), constants.W_OK);
  } catch {
    if (existsSync(group)) rmdirSync(group);
    return undefined;
  }
  const script = writeScript(`echo $$ > '${join(group, "cgroup.procs")}' && exec '${browserPath()}' "$@"`);
  return { executable: script.path, dispose: () => (script.dispose(), rmdirSync(group)) };
}

/** A scope of the user's systemd. Needs no root. */
function withSystemd(): LimitedBrowser | undefined {
  const period = `${PERIOD_US / 1000}ms`;
  const run = ["--user", "--scope", "--quiet", "-p", "CPUQuota=50%", "-p", `CPUQuotaPeriodSec=${period}`];
  try {
    execFileSync("systemd-run", [...run, "true"], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  const script = writeScript(`exec systemd-run ${run.join(" ")} '${browserPath()}' "$@"`);
  return { executable: script.path, dispose: script.dispose };
}

function writeScript(command: string): { path: string; dispose: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "motcua-quota-"));
  const path = join(folder, "browser.sh");
  writeFileSync(path, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  return { path, dispose: () => rmSync(folder, { recursive: true }) };
}
