// Invented people. Within one test run, no two of them have the same citizen id or phone number.

import type { Backend } from "./backend";

/** A person who can register an account. */
export type Person = {
  /** Full name. */
  name: string;
  /** Citizen id, twelve digits. */
  citizenId: string;
  /** Mobile number, ten digits. */
  phone: string;
  /** Password of the person's account. */
  password: string;
  /** Returns the one-time code in the latest text message to the person's phone. */
  lastCode: () => Promise<string>;
};

const DIGITS = ["Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"];
const spellOut = (number: number) => [...String(number)].map((digit) => DIGITS[Number(digit)]).join(" ");

let createdCount = 0;

/**
 * Invents a person, who has no account yet. The name is made from a number: for example, number 12 is called «Nguyễn
 * Thị Thử Một Hai».
 */
export function createPerson(backend: Backend): Person {
  createdCount += 1;
  const number = String(createdCount).padStart(4, "0");
  const phone = `09120${String(process.pid % 10)}${number}`;
  return {
    name: `Nguyễn Thị Thử ${spellOut(createdCount)}`,
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
