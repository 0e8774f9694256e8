-- A row may only go when no other names it, which is looked up in every table that could. Without
-- these, making a plan anew read through all actions of all plans.

CREATE INDEX plan_action_by_goal ON plan_action (goal_id) WHERE goal_id IS NOT NULL;
CREATE INDEX plan_action_by_before ON plan_action (before_id) WHERE before_id IS NOT NULL;
