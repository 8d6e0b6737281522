// The lines and the processor under which a page is measured.

import type { CDPSession } from "@playwright/test";

/** A line: its bandwidth, the same in both directions, and its round-trip time. */
export type Line = { name: string; kilobitsPerSecond: number; roundTripMs: number };

/** A busy mobile cell. */
export const LINE_A: Line = { name: "A", kilobitsPerSecond: 1600, roundTripMs: 150 };
/** The edge of a mobile cell. */
export const LINE_B: Line = { name: "B", kilobitsPerSecond: 400, roundTripMs: 400 };

/** What a page is measured under. Without `line`, the page is loaded over the loopback interface at full speed. */
export type Conditions = { line?: Line; cpuSlowdown: number };

/** Applies the conditions to the page of a DevTools session. */
export async function applyConditions(devtools: CDPSession, { line, cpuSlowdown }: Conditions): Promise<void> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  if (!line) return;
  const bytesPerSecond = (line.kilobitsPerSecond * 1000) / 8;
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
    connectionType: "cellular3g",
  });
}
