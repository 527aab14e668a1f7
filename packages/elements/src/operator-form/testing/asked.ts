/** A question that a test answers when it likes. */
export interface Asked<Q, A> {
  /** What was asked, in order. */
  readonly questions: readonly Q[];
  /** Asks; settles when the test answers. */
  readonly ask: (question: Q) => Promise<A>;
  /** Answers a question, 0-based. */
  answer(index: number, answer: A): Promise<void>;
  /** Lets a question fail, 0-based. */
  fail(index: number, reason: string): Promise<void>;
}

/** Returns something to ask, whose answers a test holds in its hand. */
export function asked<Q, A>(): Asked<Q, A> {
  const questions: Q[] = [];
  const settle: {
    readonly resolve: (answer: A) => void;
    readonly reject: (error: Error) => void;
  }[] = [];
  return {
    questions,
    ask: (question) =>
      new Promise((resolve, reject) => {
        questions.push(question);
        settle.push({resolve, reject});
      }),
    async answer(index, answer) {
      settle[index]?.resolve(answer);
      await turn();
    },
    async fail(index, reason) {
      settle[index]?.reject(new Error(reason));
      await turn();
    },
  };
}

/** All promises that are settled have told who waits for them. */
async function turn(): Promise<void> {
  await new Promise<void>((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
