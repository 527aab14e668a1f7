import type {StringFormat} from './parameter-view.js';

interface Format {
  readonly test: (text: string) => boolean;
  readonly message: string;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOSTNAME = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`, 'i');
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const URL_TEXT = /^([a-z][a-z0-9+.-]*):\/\/[^\s/?#]+(?:[/?#]\S*)?$/i;
const SCRIPT_SCHEMES = new Set(['javascript', 'data', 'vbscript']);

const FORMATS: Readonly<Record<StringFormat, Format>> = {
  email: {test: isEmail, message: 'Enter an e-mail address.'},
  url: {
    test: isUrl,
    message: 'Enter an address that starts with a scheme, such as https://.',
  },
  uuid: {test: (text) => UUID.test(text), message: 'Enter a UUID.'},
  hostname: {test: isHostname, message: 'Enter a host name.'},
  ipv4: {
    test: (text) => IPV4.test(text),
    message: 'Enter an IP address, such as 192.0.2.1.',
  },
  json: {test: isJson, message: 'Enter JSON.'},
  slug: {
    test: (text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text),
    message: 'Use small letters, digits and single hyphens.',
  },
};

/** The formats that are known, by their name on the wire. */
export const STRING_FORMATS = Object.keys(FORMATS) as readonly StringFormat[];

/** Returns what is wrong with a text of a format; `''` for nothing. */
export function formatFault(text: string, format: StringFormat): string {
  const {test, message} = FORMATS[format];
  return test(text) ? '' : message;
}

/** As loose as HTML: something, `@`, a host name. */
function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return (
    at > 0 && !/[\s@]/.test(text.slice(0, at)) && isHostname(text.slice(at + 1))
  );
}

function isHostname(text: string): boolean {
  return text.length <= 253 && HOSTNAME.test(text);
}

function isUrl(text: string): boolean {
  const [, scheme] = URL_TEXT.exec(text) ?? [];
  return scheme !== undefined && !SCRIPT_SCHEMES.has(scheme.toLowerCase());
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
