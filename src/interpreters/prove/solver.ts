// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers';

/** Decides SMT-LIB problems. */
export type Solver = {
  /** A model when there is one; undefined when there is certainly none. Anything less certain is an error. */
  solve: (problem: string) => Promise<string | undefined>;
  /** Ends the solver's threads, without which the program would never exit. */
  close: () => void;
};

/** Z3's own measure of work, the same on every machine. Each of our problems takes less than a hundredth of this. */
const enough = 200_000_000;

/** Starts Z3. It is large, so it is loaded only here, when somebody proves something. `effort` is the work, in Z3's resource units,
 *  after which it gives up on a problem. */
export async function startSolver(effort = enough): Promise<Solver> {
  const { init } = await import('z3-solver');
  const { Z3, em } = await init();
  const context = Z3.mk_context(Z3.mk_config());
  const limits = Z3.mk_params(context);
  Z3.params_inc_ref(context, limits);
  Z3.params_set_uint(context, limits, Z3.mk_string_symbol(context, 'rlimit'), effort);
  const solve = async (problem: string): Promise<string | undefined> => {
    const solver = Z3.mk_simple_solver(context);
    Z3.solver_inc_ref(context, solver);
    Z3.solver_set_params(context, solver, limits);
    try {
      Z3.solver_from_string(context, solver, problem);
      if (Z3.get_error_code(context) !== 0) throw new Error(`The solver cannot read the problem.\n${problem}`);
      const result = await Z3.solver_check(context, solver);
      if (result === -1) return undefined;
      if (result === 1) return Z3.model_to_string(context, Z3.solver_get_model(context, solver));
      throw new Error(`The solver does not know: ${Z3.solver_get_reason_unknown(context, solver)}`);
    } finally {
      Z3.solver_dec_ref(context, solver);
    }
  };
  return {
    solve,
    // A thread that has just finished says so once more; ended before that, it prints a warning.
    close: () => {
      setTimeout(() => em.PThread.terminateAllThreads(), 20);
    },
  };
}
