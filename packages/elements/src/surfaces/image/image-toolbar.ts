import {attributeFlag} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {element, setAttribute} from '../dom/element.js';
import {toolButton, toolGroup} from '../tools/tool-button.js';

import {imageIcon} from './image-icons.js';
import type {ImageIcon} from './image-icons.js';
import {imageStrings} from './image-strings.js';
import {isShapeKind} from './shape.js';

/** What the toolbar asks for. */
export interface ImageToolbarOptions {
  /** The `Image` tag. */
  readonly tag: ConfigTag;
  /** Controls that draw and have no labels of their own. */
  readonly tools: readonly ConfigTag[];
  /** Takes a control in hand, or none with `null`. */
  readonly setTool: (name: string | null) => void;
  /** Zooms in (1) or out (-1). */
  readonly zoom: (direction: 1 | -1) => void;
  /** Shows the whole picture, or an image pixel on a CSS pixel. */
  readonly zoomTo: (zoom: 'fit' | 'original') => void;
  /** Turns the picture, degrees clockwise. */
  readonly rotate: (degrees: 90 | -90) => void;
  /** Shows the picture brighter or richer in contrast, percent. */
  readonly adjust: (brightness: number, contrast: number) => void;
}

/** The tools, zoom and picture controls above an image. */
export class ImageToolbar {
  /** Holds the controls; empty when the config wants none. */
  readonly element: HTMLElement;
  readonly #options: ImageToolbarOptions;
  readonly #toolButtons = new Map<string | null, HTMLButtonElement>();
  readonly #level = element('span', {class: 'lsf-image__zoom-level'});
  #brightness = 100;
  #contrast = 100;

  constructor(options: ImageToolbarOptions) {
    const {tag} = options;
    this.#options = options;
    this.element = element('div', {
      class: 'lsf-toolbar',
      attributes: {role: 'group', 'aria-label': imageStrings.tools},
    });
    if (options.tools.length > 0) this.#addTools();
    if (attributeFlag(tag, 'zoom', true) && isWanted(tag, 'zoomControl')) {
      this.#addZoom();
    }
    if (attributeFlag(tag, 'rotateControl')) this.#addRotation();
    this.#addSliders();
    this.element.hidden = this.element.childElementCount === 0;
  }

  /** Shows which tool is in hand. */
  showTool(name: string | null): void {
    for (const [tool, button] of this.#toolButtons) {
      setAttribute(button, 'aria-pressed', String(tool === name));
    }
  }

  /** Shows the zoom, CSS pixels an image pixel. */
  showScale(scale: number): void {
    const text = imageStrings.zoomLevel(Math.round(scale * 100));
    if (this.#level.textContent !== text) this.#level.textContent = text;
  }

  #addTools(): void {
    const {tools, setTool} = this.#options;
    const group = this.#group();
    const add = (name: string | null, icon: ImageIcon, label: string): void => {
      const button = iconButton(icon, label, () => {
        setTool(name);
      });
      this.#toolButtons.set(name, button);
      group.append(button);
    };
    add(null, 'select', imageStrings.select);
    for (const {name, type} of tools) {
      if (isShapeKind(type)) add(name, type, imageStrings.tool[type](name));
    }
  }

  #addZoom(): void {
    const {zoom, zoomTo} = this.#options;
    this.#group().append(
      iconButton('zoomOut', imageStrings.zoomOut, () => {
        zoom(-1);
      }),
      this.#level,
      iconButton('zoomIn', imageStrings.zoomIn, () => {
        zoom(1);
      }),
      iconButton('zoomFit', imageStrings.zoomFit, () => {
        zoomTo('fit');
      }),
      iconButton('zoomOriginal', imageStrings.zoomOriginal, () => {
        zoomTo('original');
      }),
    );
  }

  #addRotation(): void {
    const {rotate} = this.#options;
    this.#group().append(
      iconButton('rotateLeft', imageStrings.rotateLeft, () => {
        rotate(-90);
      }),
      iconButton('rotateRight', imageStrings.rotateRight, () => {
        rotate(90);
      }),
    );
  }

  #addSliders(): void {
    const {tag} = this.#options;
    if (attributeFlag(tag, 'brightnessControl')) {
      this.#slider(imageStrings.brightness, (value) => {
        this.#brightness = value;
      });
    }
    if (attributeFlag(tag, 'contrastControl')) {
      this.#slider(imageStrings.contrast, (value) => {
        this.#contrast = value;
      });
    }
  }

  #slider(label: string, set: (value: number) => void): void {
    const input = element('input', {
      attributes: {type: 'range', min: 0, max: 200, value: 100},
    });
    input.addEventListener('input', () => {
      set(input.valueAsNumber);
      this.#options.adjust(this.#brightness, this.#contrast);
    });
    this.element.append(
      element(
        'label',
        {class: 'lsf-image__slider'},
        element('span', {text: label}),
        input,
      ),
    );
  }

  #group(): HTMLElement {
    const group = toolGroup();
    this.element.append(group);
    return group;
  }
}

/** Makes a button that shows an icon and is called `label`. */
export function iconButton(
  icon: ImageIcon,
  label: string,
  onClick: () => void,
): HTMLButtonElement {
  return toolButton(imageIcon(icon), label, onClick);
}

function isWanted(tag: ConfigTag, name: string): boolean {
  return attributeFlag(tag, name, true);
}
