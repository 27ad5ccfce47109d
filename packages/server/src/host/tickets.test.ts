import { expect, test } from "vitest";
import { claim } from "../thread/worker-board.ts";
import { type TicketHolder, Tickets } from "./tickets.ts";

const HOLDER: TicketHolder = { received: () => {} };

function ticks(tickets: Tickets<TicketHolder>, times: number): boolean[] {
  return Array.from({ length: times }, () => {
    tickets.tick(true);
    return tickets.busy;
  });
}

test("[SR10] a worker is busy when something waits and nothing was received for two ticks, until it receives something", () => {
  const tickets = new Tickets(() => true);
  const first = tickets.issue(HOLDER);
  const second = tickets.issue(HOLDER);
  expect(ticks(tickets, 3)).toEqual([false, true, true]);
  // Whoever takes everything back does not make it less busy.
  expect(tickets.withdraw(first)).toBe(true);
  expect(tickets.withdraw(second)).toBe(true);
  expect(tickets.isWaiting).toBe(false);
  expect(ticks(tickets, 1)).toEqual([true]);
  expect(claim(tickets.board, first)).toBe(false);
  expect(tickets.busy).toBe(false);
});

test("[SR10] two hundred that wait make no worker busy that receives one of them in each tick", () => {
  const tickets = new Tickets(() => true);
  const queue = Array.from({ length: 200 }, () => tickets.issue(HOLDER));
  for (const ticket of queue) {
    expect(claim(tickets.board, ticket)).toBe(true);
    expect(ticks(tickets, 1)).toEqual([false]);
    tickets.release(ticket);
    queue.push(...(queue.length < 1000 ? [tickets.issue(HOLDER)] : []));
  }
  expect(tickets.isWaiting).toBe(false);
});

test("[SR10] what begins to wait between two ticks waits two whole ones, and ticks that do not count begin anew", () => {
  const tickets = new Tickets(() => false);
  tickets.issue(HOLDER);
  expect(ticks(tickets, 3)).toEqual([false, false, true]);
  const starting = new Tickets(() => true);
  starting.issue(HOLDER);
  for (let i = 0; i < 5; i++) starting.tick(false);
  expect(starting.busy).toBe(false);
  expect(ticks(starting, 3)).toEqual([false, false, true]);
});

test("[SR10] a ticket is used again only when its request was received", () => {
  const tickets = new Tickets(() => true);
  const taken = tickets.issue(HOLDER);
  tickets.withdraw(taken);
  tickets.tick(true);
  expect(tickets.issue(HOLDER)).not.toBe(taken);
  claim(tickets.board, taken);
  tickets.tick(true);
  expect(tickets.issue(HOLDER)).toBe(taken);
});

test("[SR10] a holder hears of what was received before its end", () => {
  const heard: number[] = [];
  const tickets = new Tickets(() => true);
  const holder = { received: (ticket: number) => heard.push(ticket) };
  const [fast, slow, waiting] = [tickets.issue(holder), tickets.issue(holder), tickets.issue(holder)];
  claim(tickets.board, fast);
  claim(tickets.board, slow);
  tickets.release(fast);
  tickets.tick(true);
  expect(heard).toEqual([slow]);
  expect([slow, waiting].map((ticket) => tickets.isClaimed(ticket))).toEqual([true, false]);
});

test("[SR10] more requests than tickets count as received", () => {
  const tickets = new Tickets(() => true);
  let last = tickets.issue(HOLDER);
  for (let i = 0; i < 20_000; i++) last = tickets.issue(HOLDER);
  expect(last).toBe(0);
  expect([tickets.isClaimed(last), tickets.withdraw(last)]).toEqual([true, false]);
  tickets.release(last);
  expect(tickets.issue(HOLDER)).toBe(0);
});
