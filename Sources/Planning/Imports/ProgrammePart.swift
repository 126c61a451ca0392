internal import Kernel
internal import Storage

/// What a line of the table of programmes is.
enum ProgrammePart: Int, PlanCode {
    case programme = 1
    case approval, amendment, party, goal, activity, recurrence, task, resource, outcome, indicator, target
    case value, budget, amount, event, step, result

    var code: String {
        switch self {
        case .programme: "programme"
        case .approval: "approval"
        case .amendment: "amendment"
        case .party: "party"
        case .goal: "goal"
        case .activity: "activity"
        case .recurrence: "recurrence"
        case .task: "task"
        case .resource: "resource"
        case .outcome: "outcome"
        case .indicator: "indicator"
        case .target: "target"
        case .value: "value"
        case .budget: "budget"
        case .amount: "amount"
        case .event: "event"
        case .step: "step"
        case .result: "result"
        }
    }

    var words: Text {
        switch self {
        case .programme: Text(lv: "programma", en: "programme")
        case .approval: Text(lv: "apstiprinājums", en: "approval")
        case .amendment: Text(lv: "grozījums", en: "amendment")
        case .party: Text(lv: "iesaistītā puse", en: "body")
        case .goal: Text(lv: "mērķis", en: "goal")
        case .activity: Text(lv: "aktivitāte", en: "activity")
        case .recurrence: Text(lv: "biežums", en: "recurrence")
        case .task: Text(lv: "uzdevums", en: "task")
        case .resource: Text(lv: "resursi", en: "resources")
        case .outcome: Text(lv: "rezultāts", en: "outcome")
        case .indicator: Text(lv: "rādītājs", en: "indicator")
        case .target: Text(lv: "mērķlielums", en: "target")
        case .value: Text(lv: "vērtība", en: "value")
        case .budget: Text(lv: "budžeta rinda", en: "budget line")
        case .amount: Text(lv: "summa", en: "amount")
        case .event: Text(lv: "pasākums", en: "event")
        case .step: Text(lv: "gada solis", en: "step of the year")
        case .result: Text(lv: "sasniedzamais rezultāts", en: "expected result")
        }
    }
}
