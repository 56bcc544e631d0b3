"""English words around findings that change nothing about them.

Only words that can neither deny, doubt, postpone nor transfer a finding belong here: a finding
beside a word that is in no list is not recorded.
"""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

TERMS = (
    term(
        Mark.FILLER,
        r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,2})?(?:\s*[*x]\s*[0-9]{1,3}(?:\.[0-9]{1,2})?){0,2}\s*"
        r"(?:cm|mm|厘米|毫米|公分)(?![a-z0-9])",
        r"(?:before|prior\s+to)\s+(?:the\s+)?next(?:\s+(?:session|procedure|tace))?",
        r"(?<![a-z])f/?u(?:p)?(?![a-z])",
        # How often, which does not say how many times.
        r"(?<![a-z])(?:q\s?|every\s+)[0-9]{1,2}\s?(?:w|wks?|weeks?|m|months?|/52|/12)"
        r"(?=\s*[*x]\s*[0-9])",
        r"(?<![a-z])(?:i\.?e|e\.?g)\.?(?![a-z])",
    ),
    words(
        Mark.FILLER,
        """
        a | an | the | of | on | in | at | @ | by | per | as | is | was | are | were | be | been
        being
        has | had | have | having | from | to | for | via | into | within | across | along
        throughout
        involving | affecting | measuring | measures | measured | sized | size | including | incl
        inc
        that | this | these | those | there | it | its | he | she | his | her | they | their | we
        i | our | us | who | which | whose | where | also | only | just | so
        when | while | during | despite | needing | requiring | required | since | again
        both times | already | otherwise | well | very
        quite | clearly | definitely | definite | clear cut | obviously | unfortunately
        fortunately
        ever | first ever | nowadays | lately
        please | thanks | thx | pls | regards | re | fyi | btw | hi | hello | dear
        """,
    ),
    words(
        Mark.FILLER,
        """
        shows | showed | showing | shown | show | demonstrates | demonstrated | reveals | revealed
        seen | noted | notes | found | finding | findings | done | performed | underwent | undergone
        receives | received | receiving | given | completed | complete | got | gets | came | comes
        returns | returned | remained | became | became available | assessed | assessed as | graded
        graded as | classified as | scored | rated | called | documented | recorded | described
        report | reported | reporting | reports | reads | read | says | said | states | stated
        summary | impression | conclusion | opinion | comment | case | assessment | evaluation
        review | reviewed | confirmed | confirmatory | verified | according to | by report
        per report | on report | per radiology | per radiologist | radiology | radiologist | central
        local | independent | dictated | discussed at mdt | discussed in mdt
        """,
    ),
    words(
        Mark.FILLER,
        """
        retroperitoneal | mediastinal | para~aortic | periportal | portocaval | porta hepatis
        used | type | regional | resp | arterioportal | arteriovenous | status post op
        patient | pt is | pts | patients | k/c/o | known case of | case of | presents | presented
        presenting | attends | attended | referred | admitted | seen in clinic | clinic | clinically
        ward | bedside | tumor board | tumour board | mdt | mdm | round | consult | opd | outpatient
        inpatient | tolerated | tolerates | uneventful | uncomplicated
        ok | okay | fine | good | excellent | satisfactory | technically successful
        technical success | here | in house | in~house | at our center | at our centre
        our hospital
        our centre | our center | own | background | pmh | age | aged | sex
        """,
    ),
    words(
        Mark.FILLER,
        """
        liver | hepatic | dome | subcapsular | exophytic | central lesion | peripheral | perihilar
        lateral | medial
        anterior | posterior | right | left | bilateral | rt | lt | main | hilar | portal | vein
        veins | artery | arteries | arterial | branch | branches | trunk | arterial phase
        portal phase | portal venous phase | delayed phase | venous phase | hbp | aphe
        mild | mildly | moderate | moderately | severe | severely | slight | slightly | marked
        markedly
        dense | faint | patent | patency
        capsule | enhancing capsule | rim | diffusion | dwi | adc | t1 | t2 | hu
        """,
    ),
    words(
        Mark.TUMOR,
        """
        hcc | hccs | hepatocellular carcinoma | hepatoma | cancer | carcinoma | tumor | tumour
        tumors | tumours | lesion | lesions | disease | nodule mass | mass | masses | nodule
        nodules | focus | foci
        """,
    ),
    words(Mark.FILLER, "r | l", typed="[RL]"),
    words(Mark.THING, "complication | complications | washout"),
    words(
        Mark.FILLER,
        """
        intent | aim | score | scores | grade | class | stage | status | points | pts
        mrecist score
        current | so far | to date | total | in total | altogether | overall number | consecutive
        sessions | session | procedure | procedures | treatment | treatments | treated with
        therapy
        course | courses | rounds | combined with | combination | plus | alongside | together with
        follow up | followup | on follow up | at follow up | follow up scan | follow up imaging
        in a row | unresectable | inoperable | not resectable | not operable
        not surgical candidate
        intermediate | intermediate stage | early stage | advanced stage | advanced | multiphase
        b/w | b/n | between | 2nd look | second look | relook | serial | approach | index | lobar
        w | w/ | x ray | standard | usual | cbct | cone beam ct | dsa guided | angio
        angiographically
        since last | since last scan | since prior | since previous scan | compared to prior
        compared with prior | vs prior | vs prior scan | cf prior | cf previous | interval
        ctace | deb | dem | dsm | conventional | drug eluting | drug eluting beads | lipiodol based
        on demand | elective | repeat
        """,
    ),
    words(
        Mark.FILLER,
        """
        rha | lha | cha | pha | gda | sma | ipa | ripa | lipa | ima | lga | rga | mha | a4 | a8
        right hepatic artery | left hepatic artery | middle hepatic artery | segmental
        subsegmental
        segmental artery | subsegmental artery | right inferior phrenic artery | phrenic artery
        inferior phrenic artery | right inferior phrenic | left inferior phrenic | inferior phrenic
        phrenic | intercostal | intercostals | intercostal artery | intercostal arteries
        internal mammary | internal mammary artery | internal thoracic | adrenal artery
        cystic artery | omental artery | left gastric artery | right gastric artery | gastroduodenal
        superior mesenteric | superior mesenteric artery | celiac | coeliac | celiac axis
        coeliac axis
        renal capsular | lumbar artery | colic artery | radial access | femoral access
        microcatheter | 2.0f | balloon occluded | balloon | embolised | embolized | emboli
        injected
        collateral | collaterals | either | both sides | stented | angioplasty | catheter
        """,
    ),
)
