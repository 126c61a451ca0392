import Kernel

extension DoorWords {
    /// Meetings of the team.
    static let meetings: [String: Text] = [
        "GET /meetings": Text(lv: "Sanāksmes", en: "Meetings"),
        "GET /meetings/new": Text(lv: "Jauna sanāksme", en: "New meeting"),
        "POST /meetings/new": Text(lv: "Ieplānot sanāksmi", en: "Plan a meeting"),
        "GET /meetings/:meeting": Text(lv: "Sanāksme", en: "Meeting"),
        "GET /meetings/:meeting/agenda": Text(lv: "Sanāksmes darba kārtība", en: "Agenda of a meeting"),
        "GET /meetings/:meeting/minutes": Text(lv: "Sanāksmes protokols", en: "Minutes of a meeting"),
        "GET /meetings/:meeting/edit": Text(
            lv: "Sanāksmes laiks un vieta",
            en: "Time and place of a meeting"
        ),
        "POST /meetings/:meeting/edit": Text(
            lv: "Mainīt sanāksmes laiku un vietu",
            en: "Change time and place of a meeting"
        ),
        "GET /meetings/:meeting/gather": Text(lv: "Ieteikumi darba kārtībai", en: "Proposals for the agenda"),
        "POST /meetings/:meeting/gather": Text(
            lv: "Likt atzīmētos darba kārtībā",
            en: "Put those who are ticked on the agenda"
        ),
        "GET /meetings/:meeting/sheets": Text(
            lv: "Sanāksmes izglītojamo lapas",
            en: "Sheets of the pupils of a meeting"
        ),
        "POST /meetings/:meeting/hold": Text(lv: "Sākt sanāksmi", en: "Begin a meeting"),
        "POST /meetings/:meeting/cancel": Text(
            lv: "Atzīmēt, ka sanāksme nenotika",
            en: "Say that a meeting did not take place"
        ),
        "POST /meetings/:meeting/approve": Text(lv: "Apstiprināt protokolu", en: "Approve the minutes"),
        "POST /meetings/:meeting/general": Text(
            lv: "Pierakstīt vispārīgo protokolā",
            en: "Write what is general in the minutes"
        ),
        "POST /meetings/:meeting/additions": Text(
            lv: "Papildināt apstiprinātu protokolu",
            en: "Add to approved minutes"
        ),
        "POST /meetings/:meeting/staff": Text(
            lv: "Uzaicināt darbiniekus uz sanāksmi",
            en: "Ask members of staff to a meeting"
        ),
        "POST /meetings/:meeting/others": Text(
            lv: "Uzaicināt citus uz sanāksmi",
            en: "Ask others to a meeting"
        ),
        "POST /meetings/:meeting/members/:member/remove": Text(
            lv: "Atsaukt uzaicinājumu uz sanāksmi",
            en: "Take back that somebody is asked to a meeting"
        ),
        "GET /meetings/:meeting/items/:item": Text(lv: "Izglītojamais sanāksmē", en: "A pupil at a meeting"),
        "GET /meetings/:meeting/items/:item/sheet": Text(
            lv: "Izglītojamā lapa sanāksmei",
            en: "Sheet of a pupil for a meeting"
        ),
        "POST /meetings/:meeting/items/:item/off": Text(
            lv: "Izņemt no darba kārtības",
            en: "Take off the agenda"
        ),
        "POST /meetings/:meeting/items/:item/move": Text(
            lv: "Mainīt darba kārtības secību",
            en: "Change the order of the agenda"
        ),
        "POST /meetings/:meeting/items/:item/notes": Text(
            lv: "Pierakstīt pārrunāto",
            en: "Write down what was said"
        ),
        "POST /meetings/:meeting/items/:item/notes/:note/remove": Text(
            lv: "Izņemt savu pierakstu",
            en: "Take one's own note back"
        ),
        "POST /meetings/:meeting/items/:item/tasks": Text(
            lv: "Pierakstīt lēmumu kā uzdevumu",
            en: "Write a decision down as a task"
        ),
        "GET /pupils/:pupil/meetings": Text(lv: "Izglītojamais un sanāksmes", en: "A pupil and meetings"),
        "POST /pupils/:pupil/meetings": Text(
            lv: "Lūgt iekļaut darba kārtībā",
            en: "Ask to put a pupil on the agenda"
        ),
        "POST /pupils/:pupil/meetings/add": Text(
            lv: "Likt izglītojamo darba kārtībā",
            en: "Put a pupil on the agenda"
        ),
        "POST /pupils/:pupil/meetings/take-back": Text(
            lv: "Atsaukt lūgumu komandai",
            en: "Take a request to the team back"
        ),
        "POST /tasks/:task/finish": Text(lv: "Pabeigt sanāksmes uzdevumu", en: "Finish a task of a meeting"),
        "POST /tasks/cases/:case/:task/finish": Text(
            lv: "Pabeigt gadījuma uzdevumu savā sarakstā",
            en: "Finish a task of a case on one's own list"
        ),
    ]
}
