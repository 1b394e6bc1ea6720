// A registry that does not offer a package for every platform makes npm leave it out of the lock
// file, and then `npm ci` refuses. This adds what is missing, by name and version: npm run lock.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const SYSTEMS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony', 'sunos', 'aix'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'arm'];

function isLocked(place, name) {
  const own = `${place}/node_modules/${name}`.replace(/^\//, '');
  if (lock.packages[own]) return true;
  if (place === '') return false;
  const above = place.includes('/node_modules/')
    ? place.slice(0, place.lastIndexOf('/node_modules/'))
    : '';
  return isLocked(above, name);
}

function platformOf(name) {
  const parts = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : null;
  return os && { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), os: [os] };
}

for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (isLocked(place, name) || !platform || !/^\d/.test(version)) continue;
    const dev = entry.dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = { version, ...dev, optional: true, ...platform };
    process.stdout.write(`added ${name}@${version}\n`);
  }
}
const places = Object.keys(lock.packages).sort((a, b) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(places.map((place) => [place, lock.packages[place]]));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
