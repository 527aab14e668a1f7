import type {ResultJson} from '@ls-annotation/core';
import type {
  AnnotationView,
  LabelingSession,
  RegionView,
  TagView,
} from '@ls-annotation/lsi';

import {
  labelingSession,
  type SessionParts,
  type ShownSession,
} from './session-builder.js';

/** One tag of every kind that regions are made with. */
const XML = `<View>
  <Text name="text" value="$text" saveTextResult="yes"/>
  <Labels name="label" toName="text">
    <Label value="PER" background="red"/><Label value="Location" alias="LOC"/>
  </Labels>
  <Choices name="c" toName="text" choice="single">
    <Choice value="x"/><Choice value="Why" alias="y"/>
  </Choices>
  <TextArea name="ta" toName="text"/>
  <TextArea name="note" toName="text" perRegion="true"/>
  <Rating name="stars" toName="text"/>
  <Image name="img" value="$img"/>
  <RectangleLabels name="box" toName="img" strokeWidth="3">
    <Label value="Car" background="blue"/>
  </RectangleLabels>
  <EllipseLabels name="oval" toName="img"><Label value="Car"/></EllipseLabels>
  <PolygonLabels name="area" toName="img"><Label value="Car"/></PolygonLabels>
  <KeyPointLabels name="point" toName="img"><Label value="Car"/></KeyPointLabels>
  <BrushLabels name="mask" toName="img"><Label value="Car"/></BrushLabels>
  <Video name="video" value="$video" frameRate="10"/>
  <VideoRectangle name="vbox" toName="video"/>
  <TimelineLabels name="line" toName="video"><Label value="Run"/></TimelineLabels>
  <Audio name="audio" value="$audio"/>
  <Labels name="sound" toName="audio"><Label value="Bark"/></Labels>
  <Paragraphs name="para" value="$para"/>
  <ParagraphLabels name="talk" toName="para"><Label value="Hi"/></ParagraphLabels>
</View>`;

const DATA = {
  text: 'one two',
  img: 'a.png',
  video: 'a.mp4',
  audio: 'a.mp3',
  para: [{author: 'A', text: 'Hi there'}],
};

const SIZE = {original_width: 200, original_height: 100, image_rotation: 0};

/** What the annotation says: one region of every kind. */
const RESULT: readonly ResultJson[] = [
  said('r1', 'label', 'labels', 'text', {
    ...{start: 0, end: 3, text: 'one'},
    labels: ['LOC'],
  }),
  said('r1', 'note', 'textarea', 'text', {
    ...{start: 0, end: 3},
    text: ['a note'],
  }),
  said('c1', 'c', 'choices', 'text', {choices: ['x']}),
  image('b1', 'box', 'rectanglelabels', {
    ...{x: 10, y: 20, width: 30, height: 40, rotation: 0},
  }),
  image('e1', 'oval', 'ellipselabels', {
    ...{x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 0},
  }),
  image('p1', 'area', 'polygonlabels', {
    points: [
      [10, 10],
      [20, 10],
      [15, 30],
    ],
    closed: true,
  }),
  image('k1', 'point', 'keypointlabels', {x: 5, y: 6, width: 1}),
  image('m1', 'mask', 'brushlabels', {format: 'rle', rle: [1, 2]}),
  said('v1', 'vbox', 'videorectangle', 'video', {
    framesCount: 100,
    duration: 10,
    sequence: [
      {frame: 1, enabled: true, x: 0, y: 0, width: 10, height: 10, rotation: 0},
      {frame: 11, enabled: true, x: 20, y: 0, width: 10, height: 10},
    ],
  }),
  said('l1', 'line', 'timelinelabels', 'video', {
    ranges: [{start: 2, end: 5}],
    timelinelabels: ['Run'],
  }),
  said('a1', 'sound', 'labels', 'audio', {
    ...{start: 1, end: 2.5, channel: 0},
    labels: ['Bark'],
  }),
  said('q1', 'talk', 'paragraphlabels', 'para', {
    ...{start: '0', end: '0', startOffset: 0, endOffset: 2, text: 'Hi'},
    paragraphlabels: ['Hi'],
  }),
];

/** A session that shows one region of every kind. */
export interface CompatSession extends ShownSession {
  /** The annotation on display. */
  readonly annotation: AnnotationView;
  /** Names of the events that were emitted, from the display on. */
  readonly names: readonly string[];
  /** Returns a region by its id in JSON. */
  region(id: string): RegionView;
  /** Returns a tag by its name. */
  tag<T extends TagView = TagView>(name: string): T;
}

/**
 * Returns a session that shows one region of every kind, for tables that hold
 * Label Studio's members. The task has two annotations (`5`, on display, and
 * `4`) and a prediction (`9`).
 */
export function compatSession(parts: SessionParts = {}): CompatSession {
  const shown = labelingSession({
    xml: XML,
    task: {
      id: 3,
      data: DATA,
      annotations: [
        {id: 4, result: []},
        {id: 5, result: RESULT, completed_by: 7, created_ago: '2 days'},
      ],
      predictions: [{id: 9, score: 0.5, result: RESULT.slice(0, 1)}],
    },
    ...parts,
  });
  const names: string[] = [];
  shown.session.events.all$.subscribe(({name}) => names.push(name));
  const annotation = annotationOf(shown.session);
  return {
    ...shown,
    annotation,
    names,
    region: (id) => found(annotation.areas.get(id), id),
    tag: <T extends TagView>(name: string) =>
      found(annotation.names.get(name), name) as T,
  };
}

function annotationOf({annotation}: LabelingSession): AnnotationView {
  return found(annotation, 'annotation');
}

function found<T>(thing: T | null | undefined, name: string): T {
  if (thing === null || thing === undefined) throw new Error(`No "${name}".`);
  return thing;
}

function said(
  id: string,
  from: string,
  type: string,
  to: string,
  value: Readonly<Record<string, unknown>>,
): ResultJson {
  return {id, from_name: from, to_name: to, type, value, origin: 'manual'};
}

function image(
  id: string,
  from: string,
  type: string,
  geometry: Readonly<Record<string, unknown>>,
): ResultJson {
  const value = {...geometry, [type]: ['Car']};
  return {...said(id, from, type, 'img', value), ...SIZE};
}
