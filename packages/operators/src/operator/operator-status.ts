/** Where a registered operator is in its life, in LightlyStudio's words. */
export type OperatorStatus =
  'pending' | 'starting' | 'ready' | 'stopping' | 'stopped' | 'error';
