import { expect, it } from 'vitest';
import { checkAddress, loopbackAddresses } from './check-address.ts';

const rules = loopbackAddresses(8080);

it('lets its own pages and programs without an origin through', () => {
  expect(() => checkAddress({ host: 'localhost:8080', origin: 'http://localhost:8080' }, rules)).not.toThrow();
  expect(() => checkAddress({ host: '127.0.0.1:8080' }, rules)).not.toThrow();
});

it('refuses a name that was made to point here', () => {
  expect(() => checkAddress({ host: 'evil.example:8080' }, rules)).toThrow('not evil.example:8080');
  expect(() => checkAddress({}, rules)).toThrow();
});

it('refuses pages of another site, and of another port', () => {
  expect(() => checkAddress({ host: 'localhost:8080', origin: 'https://evil.example' }, rules)).toThrow('may not send');
  expect(() => checkAddress({ host: 'localhost:8080', origin: 'http://localhost:3000' }, rules)).toThrow();
  expect(() => checkAddress({ host: 'localhost:8080', origin: 'null' }, rules)).toThrow();
});
