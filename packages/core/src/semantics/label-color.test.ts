import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import type {ConfigTag} from '../config/config-tag.js';
import {optionsOf} from '../config/options-of.js';

import {
  LABEL_PALETTE,
  colorOfText,
  labelColor,
  valueColor,
} from './label-color.js';

function setup(labels: string): ConfigTag {
  return labelConfigFromXml(
    `<View><Text name="text" value="$text"/><Labels name="l">${labels}</Labels></View>`,
  ).byName.get('l')!;
}

function many(count: number): string {
  return Array.from(
    {length: count},
    (_, index) => `<Label value="Label ${index}"/>`,
  ).join('');
}

/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

describe('LABEL_PALETTE', () => {
  for (const color of LABEL_PALETTE) {
    it(`${color} stands out on white and on dark`, () => {
      expect(contrast(color, '#ffffff')).to.be.at.least(3);
      expect(contrast(color, '#1a1b1e')).to.be.at.least(3);
    });
  }

  it('has no colour twice', () => {
    expect(new Set(LABEL_PALETTE).size).to.equal(LABEL_PALETTE.length);
  });
});

describe('labelColor()', () => {
  it('is the one the config gives', () => {
    const control = setup('<Label value="A" background="rgba(0,0,0,.8)"/>');
    expect(labelColor(control.children[0]!)).to.equal('rgba(0,0,0,.8)');
  });

  it("is not Label Studio's default", () => {
    const control = setup(
      '<Label value="A"/><Label value="B" background="#36b37E"/>',
    );
    for (const label of control.children) {
      expect(LABEL_PALETTE).to.include(labelColor(label));
    }
  });

  it('follows from the value, in whatever config', () => {
    const alone = setup('<Label value="A"/>').children[0]!;
    const other = setup('<Label value="A" background=""/>').children[0]!;
    expect(labelColor(alone)).to.equal(labelColor(other));
    expect(labelColor(alone)).to.equal(colorOfText('A'));
  });

  it("differs from its siblings' as far as the palette goes", () => {
    const {length} = LABEL_PALETTE;
    const colors = optionsOf(setup(many(length))).map(labelColor);
    expect(new Set(colors).size).to.equal(length);
    const more = optionsOf(setup(many(2 * length))).map(labelColor);
    expect(new Set(more.slice(length)).size).to.equal(length);
  });

  it('of a choice may be called color', () => {
    const config = labelConfigFromXml(
      `<View><Text name="t" value="$t"/><Choices name="c"><Choice value="a" color="red"/></Choices></View>`,
    );
    expect(labelColor(config.byName.get('c')!.children[0]!)).to.equal('red');
  });
});

describe('valueColor()', () => {
  it('finds the label by value or alias', () => {
    const control = setup('<Label value="A" alias="a" background="red"/>');
    expect(valueColor(control, 'A')).to.equal('red');
    expect(valueColor(control, 'a')).to.equal('red');
  });

  it('has a colour for what is no label, and for no control', () => {
    const control = setup('<Label value="A"/>');
    expect(valueColor(control, 'Z')).to.equal(colorOfText('Z'));
    expect(valueColor(undefined, 'Z')).to.equal(colorOfText('Z'));
  });
});
