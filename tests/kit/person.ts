// People for tests, each with numbers of their own, and all of them plainly made up.

import type { Backend } from "./backend";

/** Somebody who may register. */
export type Person = {
  /** Full name. */
  name: string;
  /** Twelve digits. */
  citizenId: string;
  /** Ten digits. */
  phone: string;
  /** The password they choose. */
  password: string;
  /** The code in the latest text message to their phone. */
  lastCode: () => Promise<string>;
};

const DIGITS = ["Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"];
const spelled = (number: number) => [...String(number)].map((digit) => DIGITS[Number(digit)]).join(" ");

let born = 0;

/** Somebody nobody has met before: «Nguyễn Thị Thử Một Hai». */
export function somebody(backend: Backend): Person {
  born += 1;
  const number = String(born).padStart(4, "0");
  const phone = `09120${String(process.pid % 10)}${number}`;
  return {
    name: `Nguyễn Thị Thử ${spelled(born)}`,
    citizenId: `04519000${number}`,
    phone,
    password: "một câu dễ nhớ",
    lastCode: async () => {
      const message = (await backend.messages(phone)).find(({ code }) => code !== null);
      if (!message?.code) throw new Error(`no code was sent to ${phone}`);
      return message.code;
    },
  };
}
