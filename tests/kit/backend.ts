// The reference backend as a process of its own: a free port, a new folder of data, the built app. It can
// be killed in the middle and started again where it was. Ended by its own process id, never by a name.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(__dirname, "../..");
const program = process.env.MOTCUA_BACKEND || join(root, "target/backend/backend");

/** Folder of the release build. */
export const APP = process.env.MOTCUA_APP || join(root, "dist");
/** Folder of the development build, which has the gallery. */
export const GALLERY = process.env.MOTCUA_GALLERY || join(root, "dist-gallery");

/** A text message as `/demo/messages.json` gives it. */
type Message = { phone: string; text: string; code: string | null };

/** One backend with its data. */
export class Backend {
  private process: ChildProcess | undefined;
  private readonly logged: string[] = [];

  private constructor(
    private readonly app: string,
    private readonly data: string,
    private port: number,
    private readonly flags: string[],
  ) {}

  /** Starts one that serves the app in this folder; on any free port, unless told one, and with more flags, if any. */
  static async begin(app = APP, { port = 0, flags = [] as string[] } = {}): Promise<Backend> {
    for (const needed of [program, join(app, "index.html")]) {
      if (!existsSync(needed)) throw new Error(`${needed} is missing; run: make app backend, or make trunk for the gallery`);
    }
    const backend = new Backend(app, await mkdtemp(join(tmpdir(), "motcua-e2e-")), port, flags);
    await backend.start();
    return backend;
  }

  /** Its address, without a slash at the end. */
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, again where it was once it has been killed: same port, same data. */
  async start(): Promise<void> {
    const listen = `127.0.0.1:${this.port}`;
    const chosen = ["--demo", "--listen", listen, "--data", this.data, "--app", this.app, ...this.flags];
    const started = spawn(program, chosen, { stdio: ["ignore", "pipe", "pipe"] });
    this.process = started;
    started.stderr.on("data", (text: Buffer) => this.logged.push(text.toString()));
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

  /** Everything it has logged. */
  log(): string {
    return this.logged.join("");
  }

  /** Kills it without a word, as a power cut would. */
  async kill(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (running && running.exitCode === null) {
      const gone = once(running, "exit");
      running.kill("SIGKILL");
      await gone;
    }
  }

  /** Kills it for good and forgets its data. */
  async end(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  /** The text messages to a phone, the newest first. */
  async messages(phone: string): Promise<Message[]> {
    const answer = await fetch(`${this.origin}/demo/messages.json?phone=${phone}`);
    return (await answer.json()) as Message[];
  }

  /** Lets so many seconds go by for it. */
  async later(seconds: number): Promise<void> {
    const answer = await fetch(`${this.origin}/demo/clock`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", origin: this.origin },
      body: new URLSearchParams({ advance_seconds: String(seconds) }),
    });
    if (answer.status !== 204) throw new Error(`the clock did not move: ${answer.status}`);
  }
}
