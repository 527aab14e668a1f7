import type {RouteAnswer} from '../run/route-answer.js';

/** Findings that a scenario may accept, with the reason. */
export type AllowedCheck = 'events' | 'members' | 'scripts' | 'leftovers';

/**
 * What a person does with a plugin, and what is to come of it.
 *
 * It is run twice in a row and once more after the annotations were switched,
 * each time on a new annotation.
 */
export interface Scenario {
  /** Address of the JSON schema, for editors. */
  readonly $schema?: string;
  /** What the scenario proves. */
  readonly description?: string;
  /** The task instead of that in `data.json`. */
  readonly task?: Readonly<Record<string, unknown>>;
  /** Who annotates, as Label Studio's `user` option. */
  readonly user?: Readonly<Record<string, unknown>>;
  /** Project, as plugins see it at `DM.project`. */
  readonly project?: Readonly<Record<string, unknown>>;
  /**
   * Answers to requests, by address. `*` stands for anything; an address that
   * ends with `/` stands for all below it. Without a query it matches any.
   */
  readonly routes?: Readonly<Record<string, RouteAnswer>>;
  /** Findings that are accepted, each with the reason why. */
  readonly allow?: Readonly<Partial<Record<AllowedCheck, string>>>;
  /**
   * How long an expectation may take to hold, milliseconds.
   * @defaultValue 5000
   */
  readonly deadlineMs?: number;
  /** What is done and expected, in order. */
  readonly steps: readonly Step[];
}

/** What any step may say beside what it does. */
export interface StepOptions {
  /** Words for people. */
  readonly note?: string;
  /** How long this step may take, milliseconds. */
  readonly deadlineMs?: number;
}

/** One thing that is done or expected. */
export type Step = StepOptions & (ActionStep | ExpectationStep | RepeatStep);

/** Something that a person does. */
export type ActionStep =
  | {
      /** Clicks the label with this text. */
      readonly label: string;
    }
  | {
      /** Drags over a text with the mouse. */
      readonly selectText: string | TextSpan;
    }
  | {
      /** Clicks the middle of a text. */
      readonly clickText: string | TextSpan;
    }
  | {
      /** Clicks an element. */
      readonly click: ClickAction;
    }
  | {
      /** Types, where the focus is or into a field. */
      readonly type: string | TypeAction;
    }
  | {
      /** Presses a key, for example `Enter` or `Control+z`. */
      readonly press: string;
    }
  | {
      /** Presses a key and keeps it down. */
      readonly hold: string;
    }
  | {
      /** Lets go of a key. */
      readonly release: string;
    }
  | {
      /** Drags a box over a picture. */
      readonly draw: DrawAction;
    }
  | {
      /** Clicks the choice with this text. */
      readonly choose: string;
    }
  | {
      /** Presses Submit, and waits until the save is over. */
      readonly submit: true;
    }
  | {
      /** Presses Update, and waits until the save is over. */
      readonly update: true;
    }
  | {
      /** Presses Skip. */
      readonly skip: true;
    }
  | {
      /** Makes an annotation and shows it. */
      readonly newAnnotation: true;
    }
  | {
      /** Shows the next or the previous annotation. */
      readonly switchAnnotation: 'next' | 'previous';
    }
  | {
      /** Shows another task. */
      readonly showTask: Readonly<Record<string, unknown>>;
    }
  | {
      /** Loads the page again, with what is in `localStorage`. */
      readonly reload: true;
    }
  | {
      /** Puts a text into `localStorage`, as an earlier visit would have. */
      readonly setStorage: {
        /** Key. */
        readonly key: string;
        /** The text. */
        readonly value: string;
      };
    }
  | {
      /** Has addresses answer otherwise from now on. */
      readonly route: Readonly<Record<string, RouteAnswer>>;
    }
  | {
      /** Dismisses the message on top. */
      readonly closeModal: true;
    };

/** Something that is to become true before the deadline. */
export type ExpectationStep =
  | {
      /** A message is shown. */
      readonly expectModal: ModalExpectation;
    }
  | {
      /** No message is shown. */
      readonly expectNoModal: true;
    }
  | {
      /** The annotation's results, as JSON, are such. */
      readonly expectResult: ResultExpectation;
    }
  | {
      /**
       * A frontend event was emitted since the expectation of an event before
       * this one.
       */
      readonly expectEvent: string | EventExpectation;
    }
  | {
      /** An element has a text. */
      readonly expectText: Target & {
        /** What it has to say. */
        readonly text: TextMatcher;
      };
    }
  | {
      /** Elements are there, or not. */
      readonly expectSelector: string | SelectorExpectation;
    }
  | {
      /** A request was made since the scenario's round began. */
      readonly expectRequest: RequestExpectation;
    }
  | {
      /** Something is in `localStorage`. */
      readonly expectStorage: {
        /** Key, or a part of it. */
        readonly key: string;
        /** The stored text; JSON when a matcher of lists or objects is given. */
        readonly value: unknown;
      };
    }
  | {
      /** A JavaScript expression is true in the page. */
      readonly expectTrue: string;
    }
  | {
      /** A global variable has a value. */
      readonly expectGlobal: {
        /** Name of the variable. */
        readonly name: string;
        /** What it has to be. */
        readonly value: unknown;
      };
    };

/** Steps that are done several times. */
export interface RepeatStep {
  /** How often. */
  readonly repeat: number;
  /** What. */
  readonly steps: readonly Step[];
}

/** A part of a text: by its words, or by code points. */
export interface TextSpan {
  /** The words; offsets are used when left out. */
  readonly text?: string;
  /**
   * Which of several, 1-based.
   * @defaultValue 1
   */
  readonly occurrence?: number;
  /** First code point, 0-based; a line break counts one. */
  readonly start?: number;
  /** End in code points, exclusive. */
  readonly end?: number;
  /**
   * Selector of the text.
   * @defaultValue the first text of the labeling interface
   */
  readonly in?: string;
}

/** An element: by role and name, or by a CSS selector. */
export interface Target {
  /** ARIA role. */
  readonly role?: string;
  /** Accessible name, whole. */
  readonly name?: string;
  /** CSS selector; shadow roots are looked into. */
  readonly css?: string;
  /**
   * Which of several, 1-based.
   * @defaultValue 1
   */
  readonly nth?: number;
}

/** An element to click, and where in it. */
export interface ClickAction extends Target {
  /** Place in the element, percent of it; the middle when left out. */
  readonly at?: {readonly x: number; readonly y: number};
}

/** Text that is typed. */
export interface TypeAction {
  /** What. */
  readonly text: string;
  /** Where; where the focus is when left out. */
  readonly into?: Target;
  /** True to empty the field first. */
  readonly clear?: boolean;
}

/** A box, percent of the element that it is drawn on. */
export interface DrawAction {
  /** Left edge. */
  readonly x: number;
  /** Top edge. */
  readonly y: number;
  /** Width. */
  readonly width: number;
  /** Height. */
  readonly height: number;
  /**
   * Selector of the element.
   * @defaultValue the first picture of the labeling interface
   */
  readonly on?: string;
}

/** A text that contains, is, or matches. */
export type TextMatcher =
  | string
  | {
      /** The whole text. */
      readonly is?: string;
      /** Regular expression. */
      readonly matches?: string;
    };

/** A message on the page. */
export interface ModalExpectation {
  /** What it says. */
  readonly text?: TextMatcher;
  /** What kind it is. */
  readonly type?: 'error' | 'warning' | 'success' | 'info';
}

/** Results of an annotation. */
export interface ResultExpectation {
  /** How many. */
  readonly count?: number;
  /** What each of them has; see the matchers in the documentation. */
  readonly every?: unknown;
  /** What at least one of them has. */
  readonly some?: unknown;
  /** What none of them has. */
  readonly none?: unknown;
}

/** Emissions of an event. */
export interface EventExpectation {
  /** Name of the event. */
  readonly name: string;
  /** How often exactly; once or more when left out. */
  readonly count?: number;
}

/** Elements of the page. */
export interface SelectorExpectation {
  /** CSS selector; shadow roots are looked into. */
  readonly css: string;
  /** How many exactly; one or more when left out. */
  readonly count?: number;
  /** Whether the first one can be seen. */
  readonly visible?: boolean;
  /** Properties that the first one has. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A request of the page. */
export interface RequestExpectation {
  /** Address, with `*` for anything. */
  readonly url: string;
  /** Method, upper case. */
  readonly method?: string;
  /** Body, as JSON. */
  readonly body?: unknown;
  /** How many exactly; one or more when left out. */
  readonly count?: number;
}
