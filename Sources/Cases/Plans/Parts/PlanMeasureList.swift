internal import Pages

/// The measures of a plan: rows of their own, written on the page of the plan and not in its form.
struct PlanMeasureList: PlanPart {
    func html(_ view: PlanView) -> HTML? { PlanMeasureView(view: view).html }
}
