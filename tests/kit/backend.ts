// Runs the reference backend as a child process. The backend has a free port, a temporary data folder and the built
// app. A test can kill the backend and start it again with the same data. Processes are ended by their id, never by
// their name, because other backends may run on this machine.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(__dirname, "../..");
const executable = process.env.MOTCUA_BACKEND || join(root, "target/backend/backend");

/** Folder of the app's release build. */
export const APP = process.env.MOTCUA_APP || join(root, "dist");
/** Folder of the app's development build, which is the only one that contains the gallery of UI components. */
export const GALLERY = process.env.MOTCUA_GALLERY || join(root, "dist-gallery");

/** A text message in the format of `/demo/messages.json`. `code` is null in a message without a one-time code. */
type Message = { phone: string; text: string; code: string | null };

/** A backend process and its data folder. */
export class Backend {
  private process: ChildProcess | undefined;
  private readonly logOutput: string[] = [];

  private constructor(
    private readonly app: string,
    private readonly data: string,
    private port: number,
    private readonly flags: string[],
  ) {}

  /**
   * Starts a backend that serves the app in the folder `app`. With port 0, the backend gets a free port. `flags` are
   * additional command-line arguments.
   */
  static async launch(app = APP, { port = 0, flags = [] as string[] } = {}): Promise<Backend> {
    for (const path of [executable, join(app, "index.html")]) {
      if (!existsSync(path)) throw new Error(`${path} is missing; run: make app backend, or make trunk for the gallery`);
    }
    const backend = new Backend(app, await mkdtemp(join(tmpdir(), "motcua-e2e-")), port, flags);
    await backend.start();
    return backend;
  }

  /** Base URL of the backend, without a slash at the end. */
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process. After `kill`, the process gets the same port and the same data folder as before. */
  async start(): Promise<void> {
    const listen = `127.0.0.1:${this.port}`;
    const args = ["--demo", "--listen", listen, "--data", this.data, "--app", this.app, ...this.flags];
    const started = spawn(executable, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.process = started;
    started.stderr.on("data", (text: Buffer) => this.logOutput.push(text.toString()));
    for await (const line of createInterface({ input: started.stdout })) {
      const address = /127\.0\.0\.1:(\d+)\/$/.exec(line);
      if (address) {
        this.port = Number(address[1]);
        started.stdout.resume();
        return;
      }
    }
    throw new Error(`the backend did not start:\n${this.log()}`);
  }

  /** Returns everything that the backend has written to its log. */
  log(): string {
    return this.logOutput.join("");
  }

  /** Kills the process without letting it shut down, as a power cut would do. The data folder stays. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child && child.exitCode === null) {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    }
  }

  /** Kills the process and deletes its data folder. */
  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  /** Returns the text messages that were sent to a phone number, newest first. */
  async messages(phone: string): Promise<Message[]> {
    const response = await fetch(`${this.origin}/demo/messages.json?phone=${phone}`);
    return (await response.json()) as Message[];
  }

  /** Moves the backend's clock forward by a number of seconds. */
  async advanceClock(seconds: number): Promise<void> {
    const response = await fetch(`${this.origin}/demo/clock`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", origin: this.origin },
      body: new URLSearchParams({ advance_seconds: String(seconds) }),
    });
    if (response.status !== 204) throw new Error(`the clock did not move: ${response.status}`);
  }
}
