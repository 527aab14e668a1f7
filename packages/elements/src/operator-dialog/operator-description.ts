import type {OperatorEntry} from '@ls-annotation/operators';

/** What the dialog shows of an operator. */
export type OperatorDescription = Pick<
  OperatorEntry,
  'name' | 'description' | 'parameters'
> &
  Partial<
    Pick<
      OperatorEntry,
      | 'operator'
      | 'title'
      | 'docsUrl'
      | 'danger'
      | 'confirmText'
      | 'editsAnnotation'
    >
  >;
