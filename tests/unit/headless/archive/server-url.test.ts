import { describe, expect, it } from 'vitest';
import { connectionUrl, parseServerAddress } from '../../../../headless/archive/server-url.ts';

describe('the address of a database', () => {
  it.each([
    ['postgres://lab@db.example/archive', 'postgres://lab@db.example/archive', undefined],
    ['postgresql://lab:s%40d@db:5433/archive?sslmode=verify-full', 'postgresql://lab@db:5433/archive?sslmode=verify-full', 's@d'],
    ['postgres://lab@db/archive?password=secret&connect_timeout=5', 'postgres://lab@db/archive?connect_timeout=5', 'secret'],
  ])('%s is taken without its password', (typed, url, password) => {
    expect(parseServerAddress(typed)).toEqual({ url, password });
  });

  it.each([
    'postgres://lab@db/archive?host=/tmp/socket',
    'postgres://lab@db/archive?hostaddr=10.0.0.1',
    'postgres://lab@db/archive?port=1',
    'postgres://lab@db/archive?user=other',
    'postgres://lab@db/archive?sslcert=/etc/passwd',
    'postgres://lab@db/archive?sslkey=..%2F..%2Fid_rsa',
    'postgres://lab@db/archive?sslrootcert=..\\secret',
    'postgres://lab@db/archive?sslrootcert=..',
    'postgres://lab@db/archive?sslmode=whatever',
    'postgres://lab@db/archive?options=-c%20search_path=x',
    'postgres://lab@db/archive?application_name=x',
    'postgres://lab@db/archive?service=x',
    'postgres://lab@db/archive?ssl=0',
    'postgres://lab@db/archive?__proto__=x',
  ])('%s is refused', (typed) => {
    expect(() => parseServerAddress(typed)).toThrow(expect.objectContaining({ code: 'archive-address-parameter' }));
  });

  it.each(['', 'https://db/archive', 'postgres://', 'postgres://host', '/var/lib/archive.db'])('%j is none', (typed) => {
    expect(() => parseServerAddress(typed)).toThrow(expect.objectContaining({ code: 'archive-address' }));
  });

  it('has its certificates in the folder of the settings', () => {
    const url = new URL(connectionUrl('postgres://lab:p%2Fw@db/archive?sslrootcert=lab.crt&sslmode=verify-full', '/home/me/certificates'));
    expect([url.searchParams.get('sslrootcert'), url.password]).toEqual(['/home/me/certificates/lab.crt', 'p%2Fw']);
  });
});
