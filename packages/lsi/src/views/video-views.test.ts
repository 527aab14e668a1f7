import {expect} from '@open-wc/testing';

import {labelingSession} from '@ls-annotation/testing';

import type {TimelineRegionView, VideoRegionView} from './video-region-view.js';
import {VideoTagView} from './video-tag-view.js';

const XML = `<View>
  <Labels name="label" toName="video">
    <Label value="Car"/><Label value="Person"/>
  </Labels>
  <Video name="video" value="$video" frameRate="$fps"
    defaultPlaybackSpeed="$speed" minPlaybackSpeed="0.5"/>
  <VideoRectangle name="box" toName="video"/>
  <TimelineLabels name="when" toName="video"><Label value="Moving"/></TimelineLabels>
</View>`;

const BOX = {x: 10, y: 10, width: 20, height: 20};
const KEYS = [
  {frame: 1, enabled: true, ...BOX, rotation: 0, time: 0.1},
  {frame: 11, enabled: false, ...BOX, x: 60, rotation: 90, time: 1.1},
];

function setup(data: Readonly<Record<string, unknown>> = {}) {
  const {session} = labelingSession({
    xml: XML,
    task: {
      id: 1,
      data: {video: 'a.webm', fps: 10, ...data},
      annotations: [
        {
          id: 2,
          result: [
            {
              id: 'a',
              from_name: 'box',
              to_name: 'video',
              type: 'videorectangle',
              value: {sequence: KEYS, labels: ['Car']},
            },
            {
              id: 'r',
              from_name: 'when',
              to_name: 'video',
              type: 'timelinelabels',
              value: {
                ranges: [{start: 3, end: 6}],
                timelinelabels: ['Moving'],
              },
            },
          ],
        },
      ],
    },
  });
  const annotation = session.annotation!;
  const tag = annotation.names.get('video');
  if (!(tag instanceof VideoTagView)) throw new Error('There is no video.');
  const [box, range] = annotation.regionStore.regions;
  return {
    session,
    annotation,
    tag,
    box: box as VideoRegionView,
    range: range as TimelineRegionView,
    keys: () => box?.sequence as unknown as readonly Record<string, unknown>[],
  };
}

describe('a video tag as plugins see it', () => {
  it('says its frame rate as text, from the task too', () => {
    expect(setup().tag.framerate).to.equal('10');
    expect(setup({fps: 0.04}).tag.framerate).to.equal('25');
    expect(setup({fps: 'often'}).tag.framerate).to.equal('24');
  });

  it('starts no slower than its slowest speed', () => {
    expect(setup({speed: 0.3}).tag.speed).to.equal(0.5);
    expect(setup({speed: 2}).tag.speed).to.equal(2);
    expect(setup({speed: 'fast'}).tag.speed).to.equal(1);
  });

  it('is on its only frame while there is no player', () => {
    const {tag} = setup();
    expect(tag.ref).to.deep.equal({current: null});
    expect(tag).to.include({
      frame: 1,
      currentFrame: 1,
      length: 1,
      mergeLabelsAndResults: true,
    });
    tag.setFrame(5);
    expect(tag.frame).to.equal(1);
  });

  it('keeps its speed from one player to the next', () => {
    const {tag} = setup();
    const rates: number[] = [];
    const player = {
      frame: 7,
      length: 30,
      duration: 3,
      rate: 1.5,
      setRate: (rate: number) => rates.push(rate),
      goToFrame: () => undefined,
    };
    tag.player = player;
    expect(tag).to.include({frame: 7, length: 30, speed: 1.5});
    tag.speed = 3;
    tag.speed = Number.NaN;
    expect(rates).to.deep.equal([3]);
    tag.player = null;
    expect(tag.speed).to.equal(1.5);
  });

  it('makes boxes with the chosen labels and all that their JSON has', () => {
    const {session, tag} = setup();
    tag.player = {
      frame: 5,
      length: 30,
      duration: 3,
      rate: 1,
      setRate: () => undefined,
      goToFrame: () => undefined,
    };
    session.actions.toggleLabel('label', 'Person');
    const region = tag.addVideoRegion(BOX);
    expect(region?.type).to.equal('videorectangleregion');
    expect(session.serialize().at(-1)?.value).to.deep.equal({
      framesCount: 30,
      duration: 3,
      sequence: [{frame: 5, enabled: true, rotation: 0, ...BOX, time: 0.5}],
      labels: ['Person'],
    });
    tag.deleteRegion(region?.cleanId ?? '');
    expect(region?.isAlive).to.equal(false);
  });

  it('labels frames, and finds regions by id', () => {
    const {session, tag} = setup();
    session.actions.toggleLabel('when', 'Moving');
    const region = tag.addTimelineRegion({frame: 9}) as TimelineRegionView;
    region.setRanges([12, 9]);
    expect(region.ranges).to.deep.equal([{start: 9, end: 12}]);
    expect(tag.findRegion(region.cleanId)).to.equal(region);
    expect(tag.findRegion({type: 'timelineregion'})?.cleanId).to.equal('r');
  });

  it('makes nothing where the config has no control for it', () => {
    const {session} = labelingSession({
      xml: '<View><Video name="video" value="$video"/></View>',
      task: {id: 1, data: {video: 'a.webm'}},
    });
    const tag = session.annotation?.names.get('video') as VideoTagView;
    expect(tag.addVideoRegion(BOX)).to.equal(undefined);
    expect(tag.addTimelineRegion()).to.equal(undefined);
  });
});

describe('a box on a video as plugins see it', () => {
  it('lies in a straight line between key frames, gone or not', () => {
    const {box} = setup();
    expect(box.getShape(6)).to.include({x: 35, rotation: 45});
    expect(box.getShape(0)).to.equal(null);
    expect(box.getShape(99)).to.include({x: 60});
    expect([5, 11, 12].map((frame) => box.isInLifespan(frame))).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it('moves on a frame, which becomes a key frame with its time', () => {
    const {box, keys} = setup();
    box.updateShape({x: 5}, 6);
    expect(keys()[1]).to.deep.equal({
      ...KEYS[0],
      frame: 6,
      x: 5,
      rotation: 45,
      time: 0.6,
    });
  });

  it('is in sight again from where it is put after its end', () => {
    const {box, keys} = setup();
    box.updateShape({x: 5}, 20);
    expect(keys()[2]).to.include({frame: 20, enabled: true, time: 2});
    expect(box.isInLifespan(15)).to.equal(false);
  });

  it('gains and loses key frames, but not the last one', () => {
    const {box, keys} = setup();
    box.addKeypoint(6);
    expect(keys().map(({frame}) => frame)).to.deep.equal([1, 6, 11]);
    for (const frame of [1, 6, 11]) box.removeKeypoint(frame);
    expect(keys().map(({frame}) => frame)).to.deep.equal([11]);
  });

  it('ends and goes on at the key frame before a frame', () => {
    const {box, keys} = setup();
    box.toggleLifespan(8);
    expect(keys()).to.deep.equal([{...KEYS[0], enabled: false}, KEYS[1]]);
    box.toggleLifespan(8);
    box.toggleLifespan(0);
    expect(keys()).to.deep.equal(KEYS);
  });

  it('is undone step by step', () => {
    const {session, box, keys} = setup();
    box.updateShape({x: 5}, 6);
    session.undo();
    expect(keys()).to.deep.equal(KEYS);
  });
});

describe('labelled frames as plugins see them', () => {
  it('say when they begin and end', () => {
    const {range} = setup();
    expect(range.sequence).to.deep.equal([
      {frame: 3, enabled: true},
      {frame: 6, enabled: false},
    ]);
    range.setRange([4, 4]);
    expect(range.sequence).to.deep.equal([{frame: 4, enabled: false}]);
  });
});
