import {clearActiveLabels, regionsOf, setTool} from '@ls-annotation/core';
import type {Commit, ConfigTag} from '@ls-annotation/core';

import {itemInSight} from '../control/item-in-sight.js';
import {validityOf} from '../control/validity.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';
import {toolsStyles} from '../tools/tools.styles.js';

import {boxToPercent} from './box.js';
import {CanvasLayer} from './canvas-layer.js';
import {FrameLoop} from './frame-loop.js';
import type {Size} from './geometry.js';
import {HandleFrame} from './handle-frame.js';
import {createImageDom} from './image-dom.js';
import type {ImageDom} from './image-dom.js';
import {ImageEdits} from './image-edits.js';
import {connectInput} from './image-input.js';
import {ImageLoader} from './image-loader.js';
import {ImagePagination} from './image-pagination.js';
import {imageSourcesOf} from './image-sources.js';
import type {ImageSources} from './image-sources.js';
import {imageStrings} from './image-strings.js';
import {imageStyles} from './image.styles.js';
import {ImageToolbar} from './image-toolbar.js';
import {ImageView, readTurn} from './image-view.js';
import {ProposedLayer} from './proposed-layer.js';
import {RegionEntries} from './region-entries.js';
import {RegionListbox} from './region-listbox.js';
import {OWN_COLORS, SYSTEM_COLORS} from './region-style.js';
import {RegionSync} from './region-sync.js';
import {ScenePainter} from './scene-painter.js';
import {Scene} from './scene.js';
import {hasForcedColors, watchScreen} from './screen-watch.js';
import {matrixOf} from './viewport.js';
import type {QuarterTurn} from './viewport.js';

/**
 * Makes the surface of an `<Image>` tag: the picture, and rectangles on it
 * for `RectangleLabels`, `Rectangle` and `Labels`.
 *
 * All regions are on one canvas, what is selected or drawn on another one
 * above it; only the selected region has handles. So neither the number of
 * elements nor the time that a drag takes depends on how many regions exist.
 */
export const imageSurface: SurfaceFactory = (tag, context) => {
  for (const css of [toolsStyles, imageStyles]) {
    context.add(adoptStyles(context.host, css));
  }
  return new ImageSurface(tag, context).element;
};

class ImageSurface {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #dom: ImageDom;
  readonly #loop = new FrameLoop(() => {
    this.#paint();
  });
  readonly #scene = new Scene(() => {
    this.#loop.request();
  });
  readonly #resting = new CanvasLayer('lsf-image__canvas');
  readonly #live = new CanvasLayer('lsf-image__canvas lsf-image__canvas_live');
  readonly #proposed = new ProposedLayer(this.#live.canvas);
  readonly #painter = new ScenePainter(this.#resting, this.#live, OWN_COLORS);
  readonly #handles = new HandleFrame();
  readonly #entries: RegionEntries;
  readonly #edits: ImageEdits;
  readonly #sync: RegionSync;
  readonly #view: ImageView;
  readonly #loader: ImageLoader;
  readonly #toolbar: ImageToolbar;
  readonly #listbox: RegionListbox;
  readonly #pagination: ImagePagination;
  #sources: ImageSources = {addresses: [''], isMultiple: false};
  #page = 0;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#dom = createImageDom(tag);
    const scene = this.#scene;
    this.#view = new ImageView(tag, scene, this.#dom.stage);
    this.#entries = new RegionEntries(context.config, tag.name);
    this.#edits = new ImageEdits({
      tag,
      context,
      scene,
      entries: this.#entries,
      itemIndex: () => (this.#sources.isMultiple ? this.#page : undefined),
      onCreate: (id) => {
        context.announce(imageStrings.created(this.#nameOf(id)));
      },
    });
    this.#sync = new RegionSync({
      context,
      scene,
      entries: this.#entries,
      itemIndex: () => this.#page,
    });
    this.#loader = new ImageLoader({
      image: this.#dom.image,
      onLoad: (size) => {
        this.#open(size);
      },
      onGone: () => {
        this.#close();
      },
    });
    this.#toolbar = this.#createToolbar();
    this.#listbox = new RegionListbox({
      scene,
      nameOf: this.#nameOf,
      activeId: () => this.#edits.selection.at(-1),
    });
    this.#pagination = new ImagePagination((page) => {
      this.#showPage(page);
    });
    this.#assemble();
    this.#connect();
  }

  get element(): HTMLElement {
    return this.#dom.root;
  }

  #createToolbar(): ImageToolbar {
    return new ImageToolbar({
      tag: this.#tag,
      tools: this.#edits.plainTools,
      setTool: (name) => {
        this.#takeTool(name);
      },
      zoom: (direction) => {
        this.#view.step(direction);
      },
      zoomTo: (zoom) => {
        this.#view.zoomTo(zoom);
      },
      rotate: (degrees) => {
        this.#view.turn(degrees);
      },
      adjust: (brightness, contrast) => {
        this.#dom.image.style.filter = `brightness(${String(brightness)}%) contrast(${String(contrast)}%)`;
      },
    });
  }

  #assemble(): void {
    const {root, stage} = this.#dom;
    stage.append(
      this.#resting.canvas,
      this.#live.canvas,
      this.#handles.element,
      this.#loader.status,
    );
    root.prepend(this.#toolbar.element);
    root.append(this.#listbox.element);
    this.#close();
  }

  #connect(): void {
    const context = this.#context;
    const {image, stage} = this.#dom;
    context.listen(image, 'load', () => {
      this.#loader.loaded();
    });
    context.listen(image, 'error', () => {
      this.#loader.failed();
    });
    connectInput({
      context,
      stage,
      list: this.#listbox.element,
      handles: this.#handles,
      gestures: {scene: this.#scene, edits: this.#edits},
      view: this.#view,
      nameOf: this.#nameOf,
      tag: this.#tag,
    });
    context.onCommit((commit) => {
      this.#follow(commit);
    });
    validityOf(context).onRefused(({tag, itemIndex}) => {
      if (itemIndex === undefined || itemIndex === this.#page) return;
      if (tag.toName.includes(this.#tag.name)) this.#showPage(itemIndex);
    });
    this.#watchState();
    this.#watchItem();
    this.#watchScreen();
    this.#offerOnlyTool();
  }

  #watchState(): void {
    const context = this.#context;
    context.watch(
      ({session}) => session.remoteValues[this.#tag.name],
      (remote) => {
        this.#sources = imageSourcesOf(this.#tag, context.data, remote);
        this.#showPage(
          Math.min(this.#page, this.#sources.addresses.length - 1),
        );
      },
    );
    context.watch(
      ({session}) => session,
      () => {
        this.#toolbar.showTool(this.#edits.tool?.controlName ?? null);
        this.#loop.request();
      },
    );
  }

  /** Others may want another picture to be seen. */
  #watchItem(): void {
    const item = itemInSight(this.#context, this.#tag.name);
    const watching = item.subscribe((page) => {
      if (page === this.#page) return;
      this.#showPage(page);
      if (page !== this.#page) item.next(this.#page);
    });
    this.#context.add(() => {
      watching.unsubscribe();
    });
  }

  #watchScreen(): void {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) this.#resize(entry.contentRect);
    });
    observer.observe(this.#dom.stage);
    const unwatch = watchScreen(() => {
      this.#resize(this.#scene.view.stage);
    });
    this.#context.add(() => {
      observer.disconnect();
      unwatch();
      this.#loop.stop();
    });
  }

  /** A tool that is the only way to work is in hand from the start. */
  #offerOnlyTool(): void {
    const {store, annotationId} = this.#context;
    const [only] = this.#edits.plainTools;
    if (!only || this.#edits.labelsControls.length > 0) return;
    if (this.#context.state().session.tool !== null) return;
    setTool(store, annotationId, only.name, {origin: 'load'});
  }

  #takeTool(name: string | null): void {
    const {session, store, annotationId} = this.#context;
    session.actions.setTool(name);
    if (name === null) clearActiveLabels(store, annotationId);
  }

  #showPage(page: number): void {
    const {addresses} = this.#sources;
    const address = addresses[page];
    if (address === undefined) return;
    this.#page = page;
    itemInSight(this.#context, this.#tag.name).next(page);
    this.#paginate(page, addresses.length);
    this.#loader.load(address);
  }

  /** A single picture has no pages; plugins look for the element. */
  #paginate(page: number, pages: number): void {
    const {element} = this.#pagination;
    this.#pagination.show(page, pages);
    if (pages < 2) element.remove();
    else if (!element.isConnected) this.#dom.root.append(element);
  }

  #open(size: Size): void {
    const {stage} = this.#dom;
    this.#view.open(size, this.#recordedTurn(), {width: 0, height: 0});
    this.#setReady(true);
    this.#resize({width: stage.clientWidth, height: stage.clientHeight});
    this.#sync.load();
  }

  #close(): void {
    this.#setReady(false);
    this.#scene.load([]);
  }

  #setReady(isReady: boolean): void {
    const {stage} = this.#dom;
    this.#scene.isReady = isReady;
    stage.classList.toggle('lsf-image__stage_ready', isReady);
    this.#resting.canvas.hidden = !isReady;
    this.#live.canvas.hidden = !isReady;
    if (!isReady) this.#view.unshapeStage();
  }

  #recordedTurn(): QuarterTurn {
    for (const region of regionsOf(this.#context.state().regions)) {
      const isHere =
        region.object === this.#tag.name &&
        !region.classification &&
        (region.itemIndex ?? 0) === this.#page;
      if (isHere) return readTurn(region.envelope.image_rotation);
    }
    return 0;
  }

  #resize({width, height}: Size): void {
    if (!this.#scene.isReady || width <= 0 || height <= 0) return;
    this.#painter.theme = hasForcedColors() ? SYSTEM_COLORS : OWN_COLORS;
    const size = {width, height};
    this.#view.resize(size);
    this.#resting.resize(size, devicePixelRatio);
    this.#live.resize(size, devicePixelRatio);
    this.#scene.markAll();
    this.#paint();
  }

  #follow(commit: Commit): void {
    this.#sync.apply(commit);
    const {selection} = this.#context.state();
    const [id] = selection;
    if (!this.#sources.isMultiple || id === undefined) return;
    if (selection.length > 1 || this.#scene.index.get(id)) return;
    const region = this.#context.store.findRegion(
      this.#context.annotationId,
      id,
    );
    if (region?.object !== this.#tag.name || region.classification) return;
    const page = region.itemIndex ?? 0;
    if (page !== this.#page) this.#showPage(page);
  }

  #paint(): void {
    const scene = this.#scene;
    const marks = scene.takeMarks();
    if (marks.regions) this.#updateList();
    if (marks.all || marks.proposals) {
      this.#proposed.paint(scene, this.#painter.theme);
    }
    if (!scene.isReady) {
      this.#handles.element.hidden = true;
      return;
    }
    const {view} = scene;
    if (marks.all) this.#placePicture();
    this.#painter.showsLabels = this.#context.session.settings.showLabels;
    this.#painter.paint(scene, view, marks);
    this.#placeHandles();
    const {stage} = this.#dom;
    const isBusy = this.#edits.tool !== null || scene.lifted.size > 0;
    stage.classList.toggle('lsf-image__stage_busy', isBusy);
  }

  /** The focus of a list that goes with its last region goes to the frame. */
  #updateList(): void {
    const list = this.#listbox.element;
    const hadFocus = list.matches(':focus');
    this.#listbox.update();
    if (hadFocus && list.hidden) this.#dom.stage.focus({preventScroll: true});
  }

  #placePicture(): void {
    const {image} = this.#dom;
    const {view} = this.#scene;
    const {a, b, c, d, e, f} = matrixOf(view);
    const matrix = [a, b, c, d, e, f].map(String).join(', ');
    image.style.transform = `matrix(${matrix})`;
    this.#toolbar.showScale(view.scale);
  }

  #placeHandles(): void {
    const {lifted, view} = this.#scene;
    const [id] = lifted;
    const hasHandles =
      id !== undefined && lifted.size === 1 && this.#edits.canEdit(id);
    const box = hasHandles ? this.#scene.boxOf(id) : undefined;
    this.#handles.update(box ?? null, view, {
      canResize: hasHandles && this.#edits.canResize(id),
      canRotate: hasHandles && this.#edits.canRotate(id),
    });
  }

  readonly #nameOf = (id: string): string => {
    const entry = this.#scene.index.get(id);
    if (!entry) return imageStrings.unlabeled;
    const box = boxToPercent(entry.box, this.#scene.view.image);
    return [
      entry.label === '' ? imageStrings.unlabeled : entry.label,
      imageStrings.place(box),
      ...(box.rotation % 360 === 0 ? [] : [imageStrings.turned(box.rotation)]),
      ...(this.#edits.canEdit(id) ? [] : [imageStrings.readonly]),
    ].join(', ');
  };
}
