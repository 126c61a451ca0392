import Kernel

extension SampleWords {
    /// Whether a column of one table means something else than it does elsewhere: a calendar year, the term of a task.
    static func isOfItsOwn(_ column: String, of table: String) -> Bool {
        ofTables["\(table).\(column)"] != nil
    }

    static let ofTables: [String: Text] = {
        var words = [
            "plan_amount.planned": Text(lv: "plānotā summa", en: "planned sum"),
            "plan_line.number": Text(lv: "rindas numurs", en: "number of the line"),
            "plan_programme.result": Text(lv: "sagaidāmais rezultāts", en: "expected result"),
            "plan_programme.status": Text(lv: "stāvoklis", en: "state"),
            "plan_task.term": Text(lv: "izpildes termiņš", en: "term"),
        ]
        for table in ["plan_amount", "plan_cycle", "plan_outcome", "plan_target", "plan_value"] {
            words["\(table).year"] = Text(lv: "gads", en: "year")
        }
        return words
    }()

    /// Columns of programmes, as the table of programmes heads them.
    static let plans: [String: Text] = [
        "activity_id": Text(lv: "aktivitāte", en: "activity"),
        "aim": Text(lv: "nolūks", en: "aim"),
        "amount": Text(lv: "skaitlis", en: "number"),
        "base": Text(lv: "bāzes vērtība", en: "baseline"),
        "base_due": Text(lv: "bāzi noteikt līdz", en: "baseline due"),
        "base_words": Text(lv: "bāzes vērtība vārdiem", en: "baseline in words"),
        "body": Text(lv: "institūcija", en: "body"),
        "decision": Text(lv: "lēmuma numurs", en: "number of the decision"),
        "decision_day": Text(lv: "lēmuma datums", en: "day of the decision"),
        "doer": Text(lv: "izpildītājs", en: "doer"),
        "done": Text(lv: "izpilde", en: "what was done"),
        "done_day": Text(lv: "izpildīts", en: "done on"),
        "duration": Text(lv: "laika resursi", en: "time"),
        "duties": Text(lv: "pienākumi", en: "duties"),
        "factors": Text(lv: "ietekmes faktori", en: "what helped or hindered"),
        "finance": Text(lv: "finanšu resursi", en: "finance"),
        "goal_id": Text(lv: "mērķis", en: "goal"),
        "human": Text(lv: "cilvēkresursi", en: "human resources"),
        "impact": Text(lv: "ietekmes novērtējums", en: "impact"),
        "in_each": Text(lv: "katrā iestādē", en: "in each institution"),
        "indicator_id": Text(lv: "rādītājs", en: "indicator"),
        "involved": Text(lv: "iesaistītās institūcijas", en: "bodies involved"),
        "is_undone": Text(lv: "atsaukts", en: "taken back"),
        "least": Text(lv: "vismaz reižu", en: "at least"),
        "line_id": Text(lv: "budžeta rinda", en: "budget line"),
        "most": Text(lv: "ne vairāk kā reižu", en: "at most"),
        "note": Text(lv: "piezīmes", en: "note"),
        "noun": Text(lv: "ko skaita", en: "what is counted"),
        "number": Text(lv: "numurs", en: "number"),
        "origin": Text(lv: "vērtību avota veids", en: "kind of source"),
        "participants": Text(lv: "dalībnieku skaits", en: "participants"),
        "person": Text(lv: "atbildīgā persona", en: "person"),
        "planned": Text(lv: "plānots", en: "planned"),
        "printed": Text(lv: "summa", en: "sum"),
        "protocol": Text(lv: "protokols", en: "minutes"),
        "reference": Text(lv: "dokuments", en: "document"),
        "respondents": Text(lv: "respondentu skaits", en: "respondents"),
        "responsible": Text(lv: "atbildīgā institūcija", en: "responsible body"),
        "result": Text(lv: "sasniedzamais rezultāts", en: "planned result"),
        "rhythm": Text(lv: "cik bieži", en: "how often"),
        "sheet": Text(lv: "reģistrācijas lapa", en: "registration sheet"),
        "spent": Text(lv: "izlietots", en: "spent"),
        "step": Text(lv: "solis", en: "step"),
        "summary": Text(lv: "kopsavilkums", en: "summary"),
        "supervisor": Text(lv: "uzrauga", en: "supervised by"),
        "support": Text(lv: "atbalsta resursi", en: "support"),
        "survey": Text(lv: "aptauja", en: "survey"),
        "title": Text(lv: "nosaukums", en: "title"),
        "unit": Text(lv: "mērvienība", en: "unit"),
        "way": Text(lv: "mērķa veids", en: "how the target is said"),
        "words": Text(lv: "dokumenta vārdi", en: "words of the document"),
        "years": Text(lv: "īstenošanas gadi", en: "years"),
    ]
}
