import {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';

import {patchCallbacks} from './callbacks.js';
import {patchConnections} from './connections.js';
import {patchDesignMode} from './design-mode.js';
import {patchHandlerAttributes} from './handler-attributes.js';
import {patchHandlerProperties} from './handler-properties.js';
import {patchHostPromises} from './host-promises.js';
import {patchListeners} from './listeners.js';
import {patchLocks} from './locks.js';
import {patchMedia} from './media.js';
import {patchNodes} from './nodes.js';
import {patchObjectUrls} from './object-urls.js';
import {patchObservers} from './observers.js';
import {patchPaint} from './paint.js';
import {patchPromises} from './promises.js';
import {patchRequests} from './requests.js';
import {patchScreen} from './screen.js';
import {patchSpeech} from './speech.js';
import {patchStyles} from './styles.js';
import {patchTexts} from './texts.js';
import {patchTimers} from './timers.js';
import {patchWriting} from './writing.js';

/** Replaces the page's functions by such as note whose code calls them. */
export function installPatches(ownership: PageOwnership): NativePatches {
  const patches = new NativePatches();
  // First, so that what others replace has its promises kept back as well.
  patchPromises(patches, ownership);
  patchHostPromises(patches, ownership);
  patchListeners(patches, ownership);
  patchHandlerProperties(patches, ownership);
  patchHandlerAttributes(patches, ownership);
  patchTimers(patches, ownership);
  patchObservers(patches, ownership);
  patchConnections(patches, ownership);
  patchRequests(patches, ownership);
  patchObjectUrls(patches, ownership);
  patchNodes(patches, ownership);
  patchStyles(patches, ownership);
  patchPaint(patches, ownership);
  patchMedia(patches, ownership);
  patchScreen(patches, ownership);
  patchSpeech(patches, ownership);
  patchDesignMode(patches, ownership);
  patchLocks(patches, ownership);
  patchCallbacks(patches, ownership);
  patchTexts(patches, ownership);
  patchWriting(patches, ownership);
  return patches;
}
