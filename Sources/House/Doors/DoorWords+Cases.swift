import Kernel

extension DoorWords {
    /// Cases of support, plans and consultations.
    static let cases: [String: Text] = [
        "GET /consultations/new": Text(lv: "Jauna konsultācija", en: "New consultation"),
        "POST /consultations/new": Text(lv: "Reģistrēt konsultāciju", en: "Log a consultation"),
        "POST /consultations/:consultation/undo": Text(
            lv: "Atsaukt konsultāciju",
            en: "Take a consultation back"
        ),
        "GET /permissions/cases": Text(
            lv: "Kas ko redz atbalsta gadījumā",
            en: "Who sees what of a case of support"
        ),
        "POST /cases/find": Text(
            lv: "Meklēt gadījumu pēc personas koda",
            en: "Look for a case by the personal code"
        ),
        "GET /cases/new": Text(
            lv: "Izvēlēties, kam atvērt gadījumu",
            en: "Choose for whom a case is opened"
        ),
        "GET /cases/:case": Text(lv: "Atbalsta gadījums", en: "Case of support"),
        "GET /cases/:case/looks": Text(lv: "Kas gadījumu skatījis", en: "Who looked at a case"),
        "GET /cases/:case/person": Text(
            lv: "Ko no gadījuma izsniegt personai",
            en: "What of a case is given to the person"
        ),
        "POST /cases/:case/person": Text(
            lv: "Izsniegt gadījuma datus personai",
            en: "Give the case's data to the person"
        ),
        "POST /cases/:case/state": Text(lv: "Mainīt gadījuma stāvokli", en: "Move a case to another state"),
        "POST /cases/:case/close": Text(lv: "Slēgt gadījumu", en: "Close a case"),
        "POST /cases/:case/transfer": Text(
            lv: "Nodot gadījumu ārpus pašvaldības iestādēm",
            en: "Transfer a case out of the board"
        ),
        "POST /cases/:case/owner": Text(
            lv: "Nodot gadījumu citam gadījuma vadītājam",
            en: "Give a case another owner"
        ),
        "POST /cases/:case/hand-over": Text(
            lv: "Nodot gadījumu citai iestādei",
            en: "Hand a case over to another institution"
        ),
        "POST /cases/:case/notes": Text(lv: "Pierakstīt gadījumā", en: "Write a note in a case"),
        "POST /cases/:case/tasks": Text(lv: "Uzdot uzdevumu gadījumā", en: "Give a task in a case"),
        "POST /cases/:case/tasks/:task/finish": Text(
            lv: "Pabeigt gadījuma uzdevumu",
            en: "Finish a task of a case"
        ),
        "POST /cases/:case/members": Text(lv: "Uzaicināt piedalīties gadījumā", en: "Invite to a case"),
        "POST /cases/:case/referrals": Text(
            lv: "Nosūtīt gadījumu citai institūcijai",
            en: "Refer a case to another body"
        ),
        "GET /referrals": Text(lv: "Nosūtījumi", en: "Referrals"),
        "GET /referrals/new": Text(lv: "Jauns nosūtījums", en: "New referral"),
        "POST /referrals/new": Text(
            lv: "Nosūtīt izglītības iestādei",
            en: "Refer a pupil to the institution"
        ),
        "GET /referrals/:referral": Text(lv: "Nosūtījums", en: "Referral"),
        "POST /referrals/:referral/answer": Text(lv: "Atbildēt uz nosūtījumu", en: "Answer a referral"),
        "POST /referrals/:referral/finish": Text(lv: "Pabeigt nosūtījumu", en: "Finish a referral"),
        "POST /referrals/:referral/given": Text(
            lv: "Atzīmēt, ka nosūtījums izsniegts personai",
            en: "Note that a referral was given to the person"
        ),
        "POST /referrals/:referral/withdraw": Text(lv: "Atsaukt nosūtījumu", en: "Withdraw a referral"),
        "POST /cases/:case/answer": Text(lv: "Atbildēt uz uzaicinājumu", en: "Answer an invitation"),
        "POST /cases/:case/members/:member/revoke": Text(
            lv: "Beigt dalību gadījumā",
            en: "End somebody's part in a case"
        ),
        "GET /pupils/:pupil/cases": Text(
            lv: "Izglītojamā atbalsta gadījumi",
            en: "Cases of support of a pupil"
        ),
        "POST /pupils/:pupil/cases": Text(lv: "Atvērt atbalsta gadījumu", en: "Open a case of support"),
        "GET /cases/:case/plans/new": Text(lv: "Jauns atbalsta plāns", en: "New support plan"),
        "POST /cases/:case/plans/new": Text(lv: "Izveidot atbalsta plānu", en: "Make a support plan"),
        "GET /cases/:case/plans/:plan": Text(lv: "Atbalsta plāns", en: "Support plan"),
        "GET /cases/:case/plans/:plan/family": Text(
            lv: "Plāna izdruka ģimenei",
            en: "A plan as it is printed for the family"
        ),
        "GET /cases/:case/plans/:plan/own": Text(
            lv: "Plāna izdruka pasākumu sniedzējam",
            en: "A plan as it is printed for a provider of measures"
        ),
        "GET /cases/:case/plans/:plan/edit": Text(
            lv: "Atbalsta plāna veidlapa",
            en: "Form of a support plan"
        ),
        "POST /cases/:case/plans/:plan/edit": Text(lv: "Saglabāt atbalsta plānu", en: "Save a support plan"),
        "POST /cases/:case/plans/:plan/measures": Text(
            lv: "Pievienot atbalsta pasākumu",
            en: "Add a measure of support"
        ),
        "GET /cases/:case/plans/:plan/measures/:measure": Text(
            lv: "Atbalsta pasākums",
            en: "Measure of support"
        ),
        "POST /cases/:case/plans/:plan/measures/:measure/edit": Text(
            lv: "Labot pasākumu",
            en: "Put a measure right"
        ),
        "POST /cases/:case/plans/:plan/measures/:measure/remove": Text(
            lv: "Izņemt kļūdaini ievadītu pasākumu",
            en: "Take out a measure entered by mistake"
        ),
        "POST /cases/:case/place": Text(
            lv: "Nodot savu vietu gadījumā citam",
            en: "Hand one's place in a case over"
        ),
        "POST /cases/:case/plans/:plan/measures/:measure": Text(
            lv: "Atzīmēt sniegto atbalstu",
            en: "Say how much support was given"
        ),
    ]
}
