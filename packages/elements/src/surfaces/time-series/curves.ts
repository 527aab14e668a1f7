import {
  curveBasis,
  curveBasisOpen,
  curveBundle,
  curveCardinal,
  curveCardinalOpen,
  curveCatmullRom,
  curveCatmullRomOpen,
  curveLinear,
  curveMonotoneX,
  curveMonotoneY,
  curveNatural,
  curveStep,
  curveStepAfter,
  curveStepBefore,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import type {CurveFactoryLineOnly, SymbolType} from 'd3-shape';

const CURVES: Readonly<Record<string, CurveFactoryLineOnly>> = {
  curvebasis: curveBasis,
  curvebasisopen: curveBasisOpen,
  curvebundle: curveBundle,
  curvecardinal: curveCardinal,
  curvecardinalopen: curveCardinalOpen,
  curvecatmullrom: curveCatmullRom,
  curvecatmullromopen: curveCatmullRomOpen,
  curvelinear: curveLinear,
  curvemonotonex: curveMonotoneX,
  curvemonotoney: curveMonotoneY,
  curvenatural: curveNatural,
  curvestep: curveStep,
  curvestepafter: curveStepAfter,
  curvestepbefore: curveStepBefore,
};

const SYMBOLS: Readonly<Record<string, SymbolType>> = {
  circle: symbolCircle,
  cross: symbolCross,
  diamond: symbolDiamond,
  square: symbolSquare,
  star: symbolStar,
  triangle: symbolTriangle,
  wye: symbolWye,
};

/** Returns how values are joined; what nobody knows, by straight lines. */
export function curveOf(interpolation: string): CurveFactoryLineOnly {
  return CURVES[interpolation.toLowerCase()] ?? curveLinear;
}

/** Returns what values are marked with; what nobody knows, with a circle. */
export function symbolOf(name: string): SymbolType {
  return SYMBOLS[name] ?? symbolCircle;
}
