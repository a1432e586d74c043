// SPDX-License-Identifier: Apache-2.0
// What is due, when and why: tests, infusions, taper, exercise, as one calendar.
export { planFor, type Plan, type PlanOptions } from './plan.ts';
export type { TaperPlan } from './taper-plan.ts';
export { inOrder, type Basis, type Line, type PlanItem } from './item.ts';
export { monitoring, type Monitoring, type TestDue, type Visit } from './monitoring.ts';
export {
  ivigCycle,
  rituximabCourse,
  rituximabSchemes,
  type Infusion,
  type InfusionDay,
  type IvigInput,
  type RateStep,
  type RituximabScheme,
} from './infusion.ts';
export {
  checkTaper,
  layOutTaper,
  tabletsFor,
  taperNotes,
  taperSchemes,
  type TaperDay,
  type TaperProblem,
  type TaperScheme,
  type TaperStep,
} from './taper.ts';
export { exerciseWeek, type ExercisePlan } from './exercise.ts';
export type { Session, SessionPart } from './exercise-session.ts';
export { exerciseFit, type ExerciseFit } from './exercise-phase.ts';
export { isZone, toICalendar } from './calendar.ts';
