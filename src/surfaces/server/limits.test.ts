// SPDX-License-Identifier: Apache-2.0
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { isLoopback, limitBody, onlyOwnNames, prepareRate } from './limits.ts';

describe('this machine is told from every other', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.255.0.9', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['128.0.0.1', false],
    ['192.0.2.127', false],
    ['127.0.0.1.example.org', false],
    ['::ffff:192.0.2.7', false],
    ['', false],
  ])('%s: %s', (address, own) => expect(isLoopback(address)).toBe(own));
  it.each([
    ['localhost:8080', 200],
    ['[::1]:8080', 200],
    ['127.0.0.1.example.org', 403],
    ['localhost.example.org', 403],
    ['localhost:8080.example.org', 403],
    ['example.org', 403],
  ])('a request to the name %s is answered with %d', async (host, status) => {
    const app = new Hono()
      .use(onlyOwnNames((context) => context.text('', 403)))
      .get('/', (context) => context.text(''));
    expect((await app.request('/', { headers: { host } })).status).toBe(status);
  });
});

describe('an address may ask so often', () => {
  it('twice the rate at once, then as time goes on, and never more than that at once', () => {
    let now = 0;
    const allowed = prepareRate(2, () => now);
    const many = (address: string) => Array.from({ length: 6 }, () => allowed(address)).filter(Boolean).length;
    expect(many('a')).toBe(4);
    expect(many('b'), 'another address has a share of its own').toBe(4);
    now = 0.5;
    expect(many('a')).toBe(1);
    now = 3600;
    expect(many('a')).toBe(4);
  });
});

describe('a body larger than is read is refused', () => {
  const app = new Hono()
    .use(limitBody(10, (context) => context.text('', 413)))
    .post('/', async (context) => context.text(await context.req.text()));
  const send = async (body: string, headers: Record<string, string>) =>
    (await app.request('/', { method: 'POST', body, headers })).status;
  it.each([
    ['says its length and is small enough', '1234567890', { 'content-length': '10' }, 200],
    ['says its length and is too large', '12345678901', { 'content-length': '11' }, 413],
    ['says no length and is small enough', '1234567890', {}, 200],
    ['says no length and is too large', '12345678901', {}, 413],
    [
      'comes in pieces, whatever length it says',
      '12345678901',
      { 'content-length': '1', 'transfer-encoding': 'chunked' },
      413,
    ],
  ])('a body that %s', async (_what, body, headers, status) => expect(await send(body, headers)).toBe(status));
});
