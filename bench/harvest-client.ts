import sax from 'sax';

/**
 * A program apart, which knows of the hub what stands in its answers: `BASE_URL PREFIX` follows
 * tokens to the end of a list and parses every page.
 */
const [address = '', prefix = ''] = process.argv.slice(2);

interface Page {
  readonly records: number;
  readonly token: string;
}

/** Reads strictly: what is no XML ends the harvest. */
function readPage(text: string): Page {
  const parser = sax.parser(true);
  let [records, token, isToken] = [0, '', false];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name }) => {
    if (name === 'record') records += 1;
    isToken = name === 'resumptionToken';
  };
  parser.ontext = (part) => {
    if (isToken) token += part;
  };
  parser.onclosetag = () => {
    isToken = false;
  };
  parser.write(text).close();
  return { records, token };
}

async function harvest() {
  let [records, bytes, query] = [0, 0, `metadataPrefix=${prefix}`];
  for (;;) {
    const response = await fetch(`${address}?verb=ListRecords&${query}`);
    const text = await response.text();
    const page = readPage(text);
    records += page.records;
    bytes += text.length;
    if (page.token === '') return { records, bytes };
    query = `resumptionToken=${encodeURIComponent(page.token)}`;
  }
}

const began = performance.now();
const taken = await harvest();
process.stdout.write(JSON.stringify({ ...taken, seconds: (performance.now() - began) / 1_000 }));
