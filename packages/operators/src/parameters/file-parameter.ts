import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import {isFileSource, toOperatorFile} from './operator-file.js';
import type {FileSource, OperatorFile} from './operator-file.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {WireKeys} from './wire-keys.js';

/** What a file parameter takes. */
export interface FileParameterOptions extends ParameterOptions<
  OperatorFile | readonly OperatorFile[]
> {
  /** Media types and extensions, as in HTML: `image/*`, `.csv`. */
  readonly accept?: readonly string[];
  /** Most bytes of one file. */
  readonly maxSize?: number;
  /** True when several may be given: the value is a list. */
  readonly multiple?: boolean;
}

/**
 * A file or several, `file` on the wire.
 *
 * Takes the browser's `File`, an {@link OperatorFile} and the wire's base64;
 * operators always get {@link OperatorFile}s.
 */
export class FileParameter extends BaseParameter<
  OperatorFile | readonly OperatorFile[]
> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    accept: 'strings',
    max_size: 'count',
    multiple: 'boolean',
  };

  readonly paramType = 'file';
  /** Media types and extensions, as in HTML; `undefined` for any. */
  declare readonly accept: readonly string[] | undefined;
  /** Most bytes of one file. */
  declare readonly maxSize: number | undefined;
  /** True when several may be given: the value is a list. */
  declare readonly multiple: boolean;

  constructor(options: FileParameterOptions) {
    super(options);
    this.assertDefault();
  }

  override emptyValue(): unknown {
    return this.multiple ? [] : null;
  }

  protected override requiredMessage(): string {
    return 'Choose a file.';
  }

  override isEmpty(value: unknown): boolean {
    return super.isEmpty(value) || (Array.isArray(value) && value.length === 0);
  }

  override normalize(value: unknown): OperatorFile | readonly OperatorFile[] {
    return Array.isArray(value)
      ? (value as readonly FileSource[]).map(toOperatorFile)
      : toOperatorFile(value as FileSource);
  }

  /** There is no file in a text. */
  override parse(text: string): Parsed<undefined, ParameterIssue> {
    if (text.trim() === '') return {ok: true, value: undefined, warnings: []};
    return {ok: false, issues: [this.typeIssue(text)]};
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    if (!this.multiple) return this.#checkFile(value, '');
    if (!Array.isArray(value)) return [this.typeIssue(value)];
    return (value as readonly unknown[]).flatMap((file, index) =>
      this.#checkFile(file, toPointer(index)),
    );
  }

  #checkFile(file: unknown, at: string): readonly ParameterIssue[] {
    if (!isFileSource(file)) return [this.typeIssue(file, at)];
    if (!this.#isAccepted(file)) {
      const message = `${file.name} is not of ${(this.accept ?? []).join(', ')}.`;
      return [this.issue('parameter/accept', message, at)];
    }
    if (file.size <= (this.maxSize ?? Infinity)) return [];
    const message =
      `${file.name} has ${byteText(file.size)}. ` +
      `Choose one of at most ${byteText(this.maxSize ?? 0)}.`;
    return [this.issue('parameter/size', message, at)];
  }

  #isAccepted({name, type}: FileSource): boolean {
    const wanted = (this.accept ?? []).map((one) => one.trim().toLowerCase());
    return (
      wanted.length === 0 ||
      wanted.some((one) => {
        if (one.startsWith('.')) return name.toLowerCase().endsWith(one);
        if (one === '*/*') return true;
        const media = type.toLowerCase().split(';')[0]?.trim() ?? '';
        return one.endsWith('/*')
          ? media.startsWith(one.slice(0, -1))
          : media === one;
      })
    );
  }
}

/** Returns a number of bytes as people say it: `2.4 MB`. */
export function byteText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const shown = unit === 0 ? String(size) : String(Number(size.toFixed(1)));
  return `${shown} ${units[unit] ?? ''}`;
}
