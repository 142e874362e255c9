import type { FastifyReply } from 'fastify';

/** Scripts come from here and are never made of text; styles may stand in the page, as Ant Design and bpmn-js write them. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** `transportSecurity`: tell browsers to come by HTTPS only; not on loopback, where there is none. */
export function setSecurityHeaders(reply: FastifyReply, transportSecurity: boolean): void {
  reply
    .header('content-security-policy', contentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'no-store');
  if (transportSecurity) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}
