import type {SessionState} from '@ls-annotation/core';

import type {Permission} from './permissions.js';

/**
 * Returns the permission that changing a part of what a person is in the
 * middle of needs: making a region puts the chosen labels away by itself.
 */
export function sessionPermission(key: keyof SessionState): Permission {
  return key === 'activeLabels' ? 'write:own' : 'write';
}
