"""English words of clinic, theatre and radiology that leave a finding as it is.

As in `small_words`, none of them denies, doubts, postpones or transfers what it stands beside.
"""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import words

TERMS = (
    # Radiology.
    words(
        Mark.THING,
        """
        axial | coronal | sequence | sequences | phase | phases | slice | slices | protocol
        density
        hypodense | hyperdense | isodense | hypointense | hyperintense | isointense | signal
        intensity | attenuation | attenuating | restricted diffusion | restricts | avid | tracer
        fdg
        suv | uptake | subtraction | margin | margins | border | borders | edge | rim enhancing
        nodular | round | oval | lobulated | well defined | ill defined | solid | cystic
        necrotic core
        bulky | huge | large | larger lesion | small | tiny | subcentimetre | subcentimeter | sub cm
        multiple | numerous | several lesions | multifocality | cluster | clustered | confluent
        fluoroscopy | fluoro | roadmap | c arm | cone beam | angiographic | angiogram suite
        omnipaque | visipaque | gadolinium | gadovist | contrast agent | delayed | washin | wash in
        wash out | threshold growth | quality | good quality | diagnostic quality | full report
        formal report | addendum | verbal report | hot report | prelim report | double read
        second read | read by | field | region | regions | area of treatment | treatment zone
        treatment site | treated site | treated area | embolised area | ablation zone | cavity
        image | images | imaging study | study | studies | series | film | films | pacs
        """,
    ),
    # Theatre.
    words(
        Mark.THING,
        """
        embolisation | embolization | emboliser | vial | vials | dose | doses | dosage | full dose
        emulsion | particles used | lipiodol dose | infusion | infused | instilled | delivered
        catheterised | catheterized | cannulated | selected | access site | groin | sheath
        closure | closure device | wire | microwire | coaxial | operator | assistant | anaesthesia
        sedation | conscious sedation | local anaesthetic | duration | contrast volume
        radiation dose
        celiac trunk | coeliac trunk | splenic artery | superior | inferior | proximal | distal
        ostium
        origin | accessory | replaced | replaced right hepatic | replaced left hepatic | variant
        michels | type of supply | hypertrophied | tortuous | supply | supplied | supplied by
        feeding
        feeder | feeders identified | tumour blush | tumor blush | blush | staining | stain
        pruning | reflux | backflow | flow | antegrade flow | slow flow
        """,
    ),
    # Clinic and ward.
    words(
        Mark.THING,
        """
        attending | consultant | registrar | resident | fellow | nurse | team | colleague
        colleagues
        hepatology | hepatologist | oncology | oncologist | surgeon | surgeons | surgical
        surgery team
        ir | interventional radiology | gi | gastro | gastroenterology | transplant team
        transplant surgeons | referral | referring | letter | note | notes | record | records
        chart
        clinic today | clinic letter | telephone clinic | day case | daycase | overnight
        inpatients
        discharge | discharged | d/c | stay | los | readmitted | readmission | icu | hdu | er | ed
        well tolerated | asymptomatic | symptomatic | symptoms | minimal symptoms | independent
        mobile | walking | working | sleeping | eating | diet | appetite | weight | bp stable
        obs stable | afebrile | vitals | bloods | labs | lab | results | result | value | values
        normal liver function | liver function | liver profile | synthetic function | reserve
        preserved | maintained | adequate | acceptable | satisfied | happy | keen | motivated
        anxious
        aware | informed | lives | alone | from home
        nursing home | married | retired | farmer | interpreter | via interpreter | consent
        consented
        """,
    ),
    # The course of treatment, and joining words.
    words(
        Mark.THING,
        """
        cycle | cycles | round | number | first line | second line | line | arm | cohort | trial
        study arm
        on trial | as above | as below | as per | see above | see below | above | below
        respectively
        each side | same day | same week | same session | same sitting | sitting | same admission
        same time | weekly | monthly | fortnightly | daily | bd | od | tds | prn | po | iv | sc
        mg | ml | units | unit | tablets | tab | times | index lesion was | main lesion
        dominant lesion | main tumour | main tumor | main mass | primary | primary tumour
        primary tumor
        burden | tumour burden | tumor burden | tumour load | load | volume of disease | extent
        location | located | situated | sited | adjacent | close to | abutting | next~to | beneath
        under capsule
        inside | outside of | beyond | between them | among | amongst | against | upon | onto | off
        out | over
        up to date | latest info | info | information | data | detail | details | history taking
        hence | thus | therefore | because | since then | until | till | once more
        overall good | nicely | well controlled disease | interestingly | note that | of note | n.b
        nb
        also noted | incidental | incidentally | additionally | in addition | moreover | meanwhile
        yet again | another | one more | more | less | both lobes | whole liver | entire
        complete set
        fully | formally | officially
        technically adequate | adequate technique | uncomplicated course | smooth | smoothly
        kept | keeps | stays | stay on | continues on | continued on | maintained on | started
        started on
        start | begun | commenced | stopped | held | paused | resumed | restarted | ongoing
        currently on
        remains on | now on | taking | takes | dose reduced | intolerant | tolerating
        """,
    ),
)
