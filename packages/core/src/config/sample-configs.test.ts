import {expect} from '@open-wc/testing';

import {configNodeFromXml} from '@ls-annotation/testing';

import {parseLabelConfig} from './parse-label-config.js';

/**
 * Configs of Label Studio's own examples and plugins; they lie beside the
 * project and may be absent.
 */
const SAMPLES: Readonly<Record<string, string>> = {
  'label-studio-examples/*/config.xml':
    'audio_regions classification_mixed datetime dialogue_analysis ' +
    'html_document image_bbox image_ellipses image_keypoints image_list ' +
    'image_multilabel image_polygons named_entity nested_choices pairwise ' +
    'ranker repeater required rich_text_plain sentiment_analysis table ' +
    'taxonomy timeseries transcribe_audio video_bboxes',
  'label-studio-plugins/*/view.xml':
    'bulk-labeling count-words-in-textarea countdown-timer decode-s3-paths ' +
    'different-images-per-label dynamic-text-spans llm-backend ' +
    'markdown-to-html multi-frame-video-view ' +
    'ner-text-span-overlap-validation pausing-annotator plotly redact-pii ' +
    'simple-content-moderation spellcheck validate-json-in-textarea',
};

describe('sample configs', () => {
  for (const [pattern, names] of Object.entries(SAMPLES)) {
    for (const name of names.split(' ')) {
      it(`${name} can be shown (skipped where the samples are absent)`, async function () {
        const path = pattern.replace('*', name);
        const response = await fetch(`/shared-data/${path}`);
        if (!response.ok) return this.skip();
        const parsed = parseLabelConfig(
          configNodeFromXml(await response.text()),
        );
        expect(parsed.ok ? parsed.warnings : parsed.issues).to.deep.equal([]);
      });
    }
  }
});
