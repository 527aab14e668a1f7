import type {Locator, Page} from 'playwright-core';

import {StepError} from '../errors.js';

import type {Target} from './scenario.js';

type Role = Parameters<Page['getByRole']>[0];

/** Returns the element that a target stands for. */
export function findTarget(page: Page, target: Target): Locator {
  const {role, name, css, nth = 1} = target;
  const root = css === undefined ? page : page.locator(css);
  if (role === undefined) {
    if (css === undefined) throw new StepError('A target needs role or css.');
    return page.locator(css).nth(nth - 1);
  }
  const options = name === undefined ? {} : {name, exact: true};
  return root.getByRole(role as Role, options).nth(nth - 1);
}

/** Returns a target in words. */
export function targetText({role, name, css, nth}: Target): string {
  const parts = [css, role, name && `"${name}"`, nth && `(${nth})`];
  return parts.filter(Boolean).join(' ');
}
