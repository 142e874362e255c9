import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../http/problem.ts';

/** Which hosts and origins may be talked to by whom. */
export interface AddressRules {
  /** `host:port`s under which this server is asked for; null: any, behind a proxy that checks. */
  readonly hosts: readonly string[] | null;
  /** Origins whose pages may send requests; the server's own and `publicUrl`. */
  readonly origins: readonly string[];
}

/** Host names of the loopback interface, under which a local server may be asked for. */
export function loopbackAddresses(port: number): { hosts: string[]; origins: string[] } {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  return { hosts, origins: hosts.map((host) => `http://${host}`) };
}

/** Refuses what a page of another site, or a name that was made to point here, would send. */
export function checkAddress(headers: IncomingHttpHeaders, rules: AddressRules): void {
  if (rules.hosts !== null && !rules.hosts.includes((headers.host ?? '').toLowerCase())) throw new Problem('foreign-host', `This server is not ${headers.host ?? 'nameless'}.`);
  if (headers.origin !== undefined && !rules.origins.includes(headers.origin.toLowerCase())) throw new Problem('foreign-origin', `Pages of ${headers.origin} may not send requests to this server.`);
}
