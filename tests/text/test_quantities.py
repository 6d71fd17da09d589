"""The quantities of sentences in the manner of abstracts of many fields, and what is none."""

from decimal import Decimal, localcontext
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.models import Quantity
from coprod.text.quantities import MOST, Found, quantities_in


def short(found: Found) -> str:
    """Kind and value of a quantity on one line; fractions cut after three places."""
    quantity = found.quantity
    parts = [quantity.kind or ""]
    if quantity.value is not None:
        value = str(quantity.value)
        parts.append(value[:5] if quantity.kind == "proportion" else value)
    if quantity.low is not None:
        parts.append(f"{quantity.low}..{quantity.high}")
    return " ".join(parts)


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = quantities_in(text)
    return found.quantity


SENTENCES = [
    (
        (
            "We recruited 240 patients with type 2 diabetes (120 women; mean age 61.2 ± 9.4 years) from 14 "
            "primary care clinics between March 2018 and April 2019."
        ),
        "sample_size 240; sample_size 120; mean 61.2; count 14; period 2018..2019",
    ),
    (
        (
            "Of the 1,532 adults screened, 312 (20.4%) met the criteria and 298 were randomised 1:1 to "
            "intervention or control."
        ),
        "sample_size 1532; count 312; percentage 20.4; count 298",
    ),
    (
        "Median follow-up was 4.2 years (IQR 3.1–5.6).",
        "duration 4.2; range 3.1..5.6",
    ),
    (
        "Mortality fell from 12.4% to 8.1% (adjusted OR 0.63, 95% CI 0.49–0.81; P=0.002).",
        "percentage 12.4; percentage 8.1; statistic 0.63 0.49..0.81; statistic 0.002",
    ),
    (
        "Cronbach's alpha was .89 and test–retest reliability r = .78 (p < 0.01).",
        "statistic 0.89; statistic 0.78; statistic 0.01",
    ),
    (
        "The intervention group improved by 3.5 points (95% CI, 1.2 to 5.8; Cohen's d = 0.45).",
        "statistic 3.5 1.2..5.8; statistic 0.45",
    ),
    (
        "In a survey of 3,400 households in 12 villages, 45% of respondents reported food insecurity.",
        "sample_size 3400; count 12; percentage 45",
    ),
    (
        "Students in the flipped classroom scored 8% higher than those in the control group.",
        "percentage 8",
    ),
    (
        "A total of 57 articles published between 2000 and 2020 were included in the review.",
        "sample_size 57; period 2000..2020",
    ),
    (
        "The model achieves an accuracy of 93.4% and an F1 score of 0.91 on a dataset of 50,000 images.",
        "percentage 93.4; statistic 0.91; sample_size 50000",
    ),
    (
        "GPT-4 was compared with three baselines on two benchmarks.",
        "count 3; count 2",
    ),
    (
        "Biomass declined by about 30% over 25 years at six sites, from 1.2 to 0.8 kg per plot.",
        "percentage 30; duration 25; count 6; statistic 1.2; statistic 0.8",
    ),
    (
        "Each participant received $20 and attended eight weekly sessions of 90 minutes.",
        "money 20; count 8; duration 90",
    ),
    (
        "Firms with fewer than 50 employees account for 99% of all businesses and two-thirds of employment.",
        "count 50; percentage 99; proportion 0.666",
    ),
    (
        "The programme cost approximately US$1.5 million per year, or €120 per child.",
        "money 1500000; money 120",
    ),
    (
        "At a temperature of 300 K and pressures up to 5 GPa, the band gap of 1.12 eV decreased.",
        "statistic 300; statistic 5; statistic 1.12",
    ),
    (
        "Participants aged 18-65 years completed a 20-item questionnaire at baseline and after 12 weeks.",
        "duration 18..65; count 20; duration 12",
    ),
    (
        "ANOVA showed a main effect of group, F(2, 117) = 4.52, p = .013, η2 = .07.",
        "statistic 4.52; statistic 0.013; statistic 0.07",
    ),
    (
        "More than half of the municipalities had no plan; nearly one in four had never met.",
        "proportion 0.5; proportion 0.25",
    ),
    (
        "At least three interviews were held with each of the 25 teachers, lasting between 40 and 60 minutes.",
        "sample_size 3; sample_size 25; duration 40..60",
    ),
    (
        "Over 1,000 citizens responded, of whom 62% were female.",
        "sample_size 1000; percentage 62",
    ),
    (
        "The panel covers 28 EU countries over the period 1995–2015.",
        "sample_size 28; period 1995..2015",
    ),
    (
        "Twenty-five nurses and 30 physicians took part in five focus groups.",
        "sample_size 25; sample_size 30; count 5",
    ),
    (
        "Response time decreased from 350 ms to 280 ms.",
        "duration 350; duration 280",
    ),
    (
        "Depression scores (PHQ-9) were 2.3 points lower (p<.001) at week 12.",
        "statistic 2.3; statistic 0.001",
    ),
    (
        "Children under five accounted for 40 percent of cases.",
        "count 5; percentage 40",
    ),
    (
        "We found no effect in Experiment 1 but a large one in Experiment 2 (N = 96).",
        "sample_size 96",
    ),
    (
        "GDP grew by 2.5 percentage points in 2015 and by 3% in 2016.",
        "percentage 2.5; percentage 3",
    ),
    (
        "The response rate was 62% (n = 310).",
        "percentage 62; sample_size 310",
    ),
    (
        "Women were 2.5 times more likely to report pain than men.",
        "statistic 2.5",
    ),
    (
        "The risk of stroke was 1.4-fold higher.",
        "statistic 1.4",
    ),
    (
        "On average, teachers worked 52 hours per week.",
        "mean 52",
    ),
    (
        "They identified four themes: (1) trust, (2) time, (3) money and (4) power.",
        "count 4",
    ),
    (
        "Data were collected from 2010 to 2015 in 15 of the 27 member states.",
        "period 2010..2015; proportion 0.555",
    ),
    (
        "The sample comprised 2000 adults aged 65 years or older.",
        "sample_size 2000; duration 65",
    ),
    (
        "Approximately one third of participants dropped out within six months.",
        "proportion 0.333; duration 6",
    ),
    (
        "Two hundred and fifty students from three universities were surveyed.",
        "sample_size 250; count 3",
    ),
    (
        "In Study 2, 85 undergraduates rated 40 images on a 7-point scale.",
        "sample_size 85; count 40",
    ),
    (
        "Sixty-two percent of teachers and 48% of parents agreed.",
        "percentage 62; percentage 48",
    ),
    (
        "It reduced energy use by 15–20% and saved $2–3 million annually.",
        "percentage 15..20; money 2000000..3000000",
    ),
    (
        "The alloy contains 5 wt% of nickel and 2.5 mg/mL of the drug at 37 °C.",
        "percentage 5; statistic 2.5; statistic 37",
    ),
    (
        "Since 2008, the number of users has doubled to 4.5 million.",
        "count 4500000",
    ),
    (
        "The dataset has 1.2 × 10^6 records and the error was 3.5 × 10−3.",
        "count 1200000; statistic 0.0035",
    ),
    (
        "Less than 5% of the variance (R² = .04) was explained.",
        "percentage 5; statistic 0.04",
    ),
    (
        "Nausea (26%), headache (15%) and fatigue (9%) were most common.",
        "percentage 26; percentage 15; percentage 9",
    ),
    (
        "The most frequent barriers were lack of time (45%), cost (30%), and stigma (12%).",
        "percentage 45; percentage 30; percentage 12",
    ),
    (
        "We thank one another; one can see that one of the two groups had one-off access to Office 365.",
        "count 2",
    ),
    (
        "A 12-month randomised controlled trial with 3 arms, 64 children and one control school.",
        "duration 12; count 3; sample_size 64",
    ),
    (
        "Kappa ranged from 0.61 to 0.83 and sensitivity was 94% (95% CI 90-97).",
        "range 0.61..0.83; percentage 94 90..97",
    ),
    (
        "The mean (SD) score was 7.4 (1.2) out of 10.",
        "mean 7.4",
    ),
    (
        "Half the sample (n=45) had a median income of £25,000.",
        "proportion 0.5; sample_size 45; money 25000",
    ),
    (
        "The prevalence of hypertension was 31.2% in men and 27.5% in women.",
        "percentage 31.2; percentage 27.5",
    ),
    (
        "A 10% increase in price led to a 4% decrease in demand.",
        "percentage 10; percentage 4",
    ),
    (
        "The survey was sent to 1 204 members; 10 000 people live there.",
        "sample_size 1204; count 10000",
    ),
    (
        "Patients (n = 45; 60% female) were followed up for 18 months.",
        "sample_size 45; percentage 60; duration 18",
    ),
    (
        "The half-life was 5 h and the dose 10 mg/kg.",
        "duration 5; statistic 10",
    ),
    (
        "Galaxies at redshifts z > 6 with masses of 10^9 solar masses were observed for 14 nights.",
        "statistic 6; count 1000000000; count 14",
    ),
    (
        "Methods: Ninety-six undergraduates completed an online survey (response rate 71%).",
        "sample_size 96; percentage 71",
    ),
    (
        "Results showed that 3 in 10 adolescents (30.2%) had experienced cyberbullying at least once.",
        "proportion 0.3; percentage 30.2",
    ),
    (
        (
            "A meta-analysis of 34 randomised trials (n = 5,612) yielded a pooled effect of g = 0.41 (95% CI "
            "[0.28, 0.54]), with substantial heterogeneity (I² = 78%)."
        ),
        "sample_size 34; sample_size 5612; statistic 0.41 0.28..0.54; statistic 78",
    ),
    (
        "The reaction yielded 85% of the product after 24 h at 80 °C.",
        "percentage 85; duration 24; statistic 80",
    ),
    (
        "Soil carbon stocks were 12.5 t/ha higher in plots that had been fenced for more than 20 years.",
        "statistic 12.5; duration 20",
    ),
    (
        "Species richness ranged from 4 to 27 per plot (mean = 14.2, SD = 3.6).",
        "range 4..27; mean 14.2; statistic 3.6",
    ),
    (
        "We analysed 1.2 million tweets posted between January and June 2020 by 45,000 users.",
        "sample_size 1200000; period 2020..2020; sample_size 45000",
    ),
    (
        "The proposed algorithm is 3.2 times faster than the baseline and reduces memory use by 40%.",
        "statistic 3.2; percentage 40",
    ),
    (
        "Between 1990 and 2019, the under-five mortality rate decreased by almost 60%.",
        "period 1990..2019; percentage 60",
    ),
    (
        "Inflation averaged 2.1% per year during 2010–2019, while wages grew by 0.8 percentage points.",
        "percentage 2.1; period 2010..2019; percentage 0.8",
    ),
    (
        "A one-point increase in the index was associated with a $1,200 rise in annual income.",
        "money 1200",
    ),
    (
        "The trial enrolled 1,024 women aged 50 to 69 years; 512 were assigned to each arm.",
        "sample_size 1024; duration 50..69; count 512",
    ),
    (
        ("Hospital stay was shorter in the intervention group (mean difference −1.3 days, 95% CI −2.1 to −0.5)."),
        "statistic -1.3 -2.1..-0.5",
    ),
    (
        "Twelve semi-structured interviews were conducted with teachers from four primary schools.",
        "sample_size 12; count 4",
    ),
    (
        "Nearly three quarters of parents (74%) supported the policy, compared with 51% of teachers.",
        "proportion 0.75; percentage 74; percentage 51",
    ),
    (
        "The survey ran from 3 March to 14 April 2021 and reached 2,310 residents in five districts.",
        "period 2021..2021; sample_size 2310; count 5",
    ),
    (
        "Each of the 6 focus groups lasted about 90 min and included 5–8 participants.",
        "sample_size 6; duration 90; range 5..8",
    ),
    (
        ("Exposure to PM2.5 above 35 µg/m3 raised the risk of asthma (RR = 1.22, 95% CI: 1.09–1.37, p = 0.001)."),
        "statistic 35; statistic 1.22 1.09..1.37; statistic 0.001",
    ),
    (
        "The budget was cut by €12 million, from €48 million in 2012 to €36 million in 2014.",
        "money 12000000; money 48000000; money 36000000",
    ),
    (
        "Learners gained an average of 12 words per session over a 10-week course.",
        "mean 12; duration 10",
    ),
    (
        "In 2019, 38 of 61 clinics offered telehealth; by 2021, all did.",
        "proportion 0.622",
    ),
    (
        "The Cohen's kappa between the two coders was 0.82.",
        "count 2; statistic 0.82",
    ),
    (
        "Our classifier reached an AUC of 0.94 (sensitivity 91%, specificity 88%) on 2,000 chest X-rays.",
        "statistic 0.94; percentage 91; percentage 88; count 2000",
    ),
    (
        "Only 7% of papers shared their code, and fewer than one in ten reported the random seed.",
        "percentage 7; proportion 0.1",
    ),
    (
        "The second author coded 20% of the transcripts; agreement was 92%.",
        "percentage 20; percentage 92",
    ),
    (
        "The magnetic field of 9 T was applied at temperatures below 4.2 K for 30 s.",
        "statistic 9; statistic 4.2; duration 30",
    ),
    (
        "The star has a mass of 1.4 solar masses and lies at a distance of 120 pc.",
        "statistic 1.4; statistic 120",
    ),
    (
        "Participants (N = 312; Mage = 21.4, SD = 2.3; 58% women) rated 24 statements on a scale from 1 to 7.",
        "sample_size 312; mean 21.4; statistic 2.3; percentage 58; count 24; range 1..7",
    ),
    (
        "Half of all respondents had lived in the area for over ten years.",
        "proportion 0.5; duration 10",
    ),
    (
        "Approximately 1 in 6 couples experience infertility.",
        "proportion 0.166",
    ),
    (
        "A two-thirds majority is needed, which 12 states reached within a year.",
        "proportion 0.666; count 12; duration 1",
    ),
    (
        "The intervention cost £45 per patient (£38–£52) and saved 0.03 QALYs.",
        "money 45; money 38..52; statistic 0.03",
    ),
    (
        "Two-way ANOVA and a chi-square test (χ²(3, N = 412) = 11.7, p < .01) were used.",
        "sample_size 412; statistic 11.7; statistic 0.01",
    ),
    (
        "In the first of two studies we tested 64 infants (32 girls) at 6 and 12 months of age.",
        "count 2; sample_size 64; sample_size 32; duration",
    ),
    (
        "The dataset contains 14,000 annotated sentences in 12 languages.",
        "sample_size 14000; count 12",
    ),
    (
        "Median survival was 14.5 months (95% CI 12.1–16.9) versus 10.2 months (HR 0.68).",
        "duration 14.5 12.1..16.9; duration 10.2; statistic 0.68",
    ),
    (
        "Crop yields fell by between 5% and 10% in dry years.",
        "percentage 5..10",
    ),
    (
        "A total of 2,145 patients (1,102 men and 1,043 women) were included.",
        "sample_size 2145; sample_size 1102; sample_size 1043",
    ),
    (
        "The odds of relapse were 45% lower (aOR 0.55; 95% CI 0.35–0.86).",
        "percentage 45; statistic 0.55 0.35..0.86",
    ),
    (
        "Income inequality, measured by a Gini coefficient of 0.41, rose in 17 of 22 countries.",
        "statistic 0.41; proportion 0.772",
    ),
    (
        "Seventy per cent of the funding came from three donors.",
        "percentage 70; count 3",
    ),
    (
        "The questionnaire contained 36 items and took 15 to 20 minutes.",
        "count 36; duration 15..20",
    ),
    (
        "They met twice a week for eight weeks, i.e. 16 sessions in total.",
        "duration 8; count 16",
    ),
    (
        "Type 1 error was set at 5% and power at 80%.",
        "percentage 5; percentage 80",
    ),
    (
        "Of 250 eligible households, 201 (80%) took part.",
        "sample_size 250; count 201; percentage 80",
    ),
    (
        "Participants were mostly female (68%), white (81%) and under 30 years old (55%).",
        "percentage 68; percentage 81; duration 30; percentage 55",
    ),
    (
        "The network consists of 5 layers with 128 units each and was trained for 50 epochs.",
        "count 5; count 128; count 50",
    ),
    (
        "Households spent 12–15% of their income on energy.",
        "percentage 12..15",
    ),
    (
        "More than 2 billion people lack safe water.",
        "count 2000000000",
    ),
    (
        "The programme has run for two decades in over 40 countries.",
        "duration 20; count 40",
    ),
    (
        "The cohort consisted of 5,230 men and women followed for a median of 11 years.",
        "sample_size 5230; duration 11",
    ),
    (
        "Fifteen healthy volunteers (8 male, 7 female; mean age 27 years) underwent MRI.",
        "sample_size 15; count 8; count 7; mean 27",
    ),
    (
        "The turnover rate dropped to 3%, down from 9% a year earlier.",
        "percentage 3; percentage 9",
    ),
    (
        "Participants reported sleeping 6.5 hours per night on average.",
        "mean 6.5",
    ),
    (
        "One hundred and twelve teachers (87% of those invited) responded to the questionnaire.",
        "sample_size 112; percentage 87",
    ),
    (
        "Only three out of ten firms export more than 25% of their output.",
        "proportion 0.3; percentage 25",
    ),
    (
        "The model explained 42% of the variance in job satisfaction (R2 = .42, F(3, 196) = 47.3, p < .001).",
        "percentage 42; statistic 0.42; statistic 47.3; statistic 0.001",
    ),
    (
        "We conducted a cross-sectional study among 1,200 secondary school students in Ghana.",
        "sample_size 1200",
    ),
    (
        "The catalogue includes 1,873 galaxies within 40 Mpc.",
        "count 1873; statistic 40",
    ),
    (
        "The compound inhibited growth with an IC50 of 2.4 µM.",
        "statistic 2.4",
    ),
    (
        "Costs averaged $4,500 per patient, ranging from $1,200 to $9,800.",
        "money 4500; money 1200..9800",
    ),
    (
        "The intervention reduced waiting times from 45 to 30 minutes.",
        "duration 45; duration 30",
    ),
    (
        "Nineteen of the 24 schools had adopted the policy by 2018.",
        "proportion 0.791",
    ),
    (
        "Over the past 20 years, sea level rose by 3.1 mm per year.",
        "duration 20; statistic 3.1",
    ),
    (
        "The species occurs at elevations between 1,200 and 2,400 m.",
        "range 1200..2400",
    ),
    (
        "A grounded theory approach was used with 23 in-depth interviews and four focus groups.",
        "sample_size 23; sample_size 4",
    ),
    (
        "Some 40 million Americans live in poverty.",
        "count 40000000",
    ),
    (
        "The corpus comprises 2.3 million words from 450 speakers.",
        "count 2300000; count 450",
    ),
    (
        "Ten-year survival was 64% (95% confidence interval: 58% to 70%).",
        "duration 10; percentage 64 58..70",
    ),
    (
        "The false positive rate was below 1%.",
        "percentage 1",
    ),
    (
        "The effect was moderate (d = 0.52) and significant at the 5% level.",
        "statistic 0.52; percentage 5",
    ),
    (
        "About half of the 60 respondents were aged 30 or older.",
        "proportion 0.5; sample_size 60; duration 30",
    ),
    (
        "Temperature increased by 1.5 °C between 1960 and 2010.",
        "statistic 1.5; period 1960..2010",
    ),
    (
        "Attrition was 18% at 6 months and 25% at 12 months.",
        "percentage 18; duration 6; percentage 25; duration 12",
    ),
    (
        "Women earned 16% less than men in 2020.",
        "percentage 16",
    ),
    (
        "The device has an efficiency of 22.1% and a lifetime of more than 1,000 h.",
        "percentage 22.1; duration 1000",
    ),
    (
        "Patients were randomised in a 2:1 ratio to receive 10 mg or placebo daily for 24 weeks.",
        "statistic 10; duration 24",
    ),
    (
        "Participants were 18 to 35 years old and had a BMI below 30 kg/m2.",
        "duration 18..35; statistic 30",
    ),
    (
        "The search yielded 3,412 records, of which 48 met the inclusion criteria.",
        "count 3412; count 48",
    ),
    (
        "Gross domestic product fell by 9.9 per cent, the largest drop in over 300 years.",
        "percentage 9.9; duration 300",
    ),
    (
        "Nearly 90% of the 1,500 schools surveyed lacked running water.",
        "percentage 90; sample_size 1500",
    ),
    (
        "The mean difference in scores was 2.4 (SE = 0.8).",
        "statistic 2.4; statistic 0.8",
    ),
    (
        "Every second household owns at least one phone.",
        "count 1",
    ),
    (
        "The number of published papers tripled, from 120 in 2000 to 360 in 2015.",
        "count 120; count 360",
    ),
    (
        "This article draws on a four-year ethnographic study and 50 interviews with midwives.",
        "duration 4; sample_size 50",
    ),
    (
        "The reliability of the scale was good (α = .86; ω = .88).",
        "statistic 0.86; statistic 0.88",
    ),
    (
        "We trained the network on 80% of the data and tested it on the remaining 20%.",
        "percentage 80; percentage 20",
    ),
    (
        "Each session lasted one hour and was held twice weekly.",
        "duration 1",
    ),
    (
        "The country has 16 provinces, two of which are islands.",
        "count 16; count 2",
    ),
    (
        "Approximately 15 percent of adults (1 in 7) have chronic kidney disease.",
        "percentage 15; proportion 0.142",
    ),
]


CLASSES = {
    "a range keeps the kind of its unit": [
        ("Fuel use fell by 8–12% on hilly routes.", "percentage 8..12"),
        ("Recovery took three to four months.", "duration 3..4"),
        ("Shifts lasted between 5 and 8 hours.", "duration 5..8"),
        ("Fees of between €40 and €90 a term kept parents away.", "money 40..90"),
        ("Tenants paid rents of 3 to 7 guilders.", "money 3..7"),
        ("Wards had 8 to 14 beds.", "range 8..14"),
        ("Layers were 20–40 nm thick.", "range 20..40"),
        ("Adding lime raised stiffness by 12% to 31 MPa.", "percentage 12; statistic 31"),
    ],
    "a spread is one range, a change is two quantities": [
        ("Take-up varied between 31% and 64%.", "percentage 31..64"),
        ("The increases ranged from 2% to 9%.", "percentage 2..9"),
        ("Delays ranged from 3 days to 12 days.", "duration 3..12"),
        ("The share of tenants rose from 12% to 18%.", "percentage 12; percentage 18"),
        ("The term of notice was shortened from 30 to 14 days.", "duration 30; duration 14"),
        ("Lead times went from nine to four weeks.", "duration 9; duration 4"),
        ("Leave was extended from 10 to 16 weeks.", "duration 10; duration 16"),
    ],
    "a list with one unit is one quantity": [
        ("Doses of 2, 4 and 8 mg were given.", "statistic"),
        ("Cores were cut at depths of 10, 30, and 50 cm.", "statistic"),
        ("Wounds were inspected after 3 and 9 days.", "duration"),
        ("Salt was added at 1, 2 or 4%.", "percentage"),
        ("Recall was measured after two, six and twelve weeks.", "duration"),
        ("Two experiments (Ns = 210 and 188) agree.", "count 2; sample_size"),
    ],
    "a part of a whole is a proportion": [
        ("Seven of the 18 hospitals ran out of gowns.", "proportion 0.388"),
        ("Only 31 of 250 plots were resown.", "proportion 0.124"),
        ("Errors were seen in 14 of our 20 runs.", "proportion 0.7"),
        ("Emissions fell by a quarter in ten years.", "proportion 0.25; duration 10"),
        ("Costs were cut by almost half.", "proportion 0.5"),
        ("About a third were renters.", "proportion 0.333"),
        ("A third party may object, and a quarter note is short.", ""),
        ("The village lost 41 of its bakers.", "count 41"),
        ("Of the 50 states, 12 objected and three withdrew.", "count 50; count 12; count 3"),
    ],
    "an estimate with its interval is one quantity": [
        ("Pain was 4.1 points lower (95% CI 2.2 to 6.0).", "statistic 4.1 2.2..6.0"),
        ("Boarding was cut by 2.3 hours (95% CI 1.1 to 3.5).", "duration 2.3 1.1..3.5"),
        ("Costs fell by $310 (95% CI $120 to $500).", "money 310 120..500"),
        ("Time to relapse was 9.4 months (95% confidence interval [CI], 7.7–11.2).", "duration 9.4 7.7..11.2"),
    ],
    "a median time is a duration, other averages are means": [
        ("Median waiting time was 41 days.", "duration 41"),
        ("They were watched for a median of 6 months.", "duration 6"),
        ("The median age was 41 years.", "mean 41"),
        ("The median loan was €4,000, and defaults averaged 3.1%.", "money 4000; percentage 3.1"),
        ("Apprentices (mean age = 18.7 years) kept logs.", "mean 18.7"),
        ("Mean sentence length grew from 11.2 to 14.9 words.", "mean 11.2; mean 14.9"),
        ("Mean pulse dropped from 92 to 71 ms.", "mean 92; mean 71"),
        ("Mean trust was 3.2 in towns and 3.9 in villages.", "mean 3.2; mean 3.9"),
        ("They slept 6.9 hours a night on average.", "mean 6.9"),
        ("The half-life, 4.31 ± 0.02 s, is known.", "duration 4.31"),
    ],
    "numbers are negative, grouped, chained": [
        ("The slope is estimated at −0.17.", "statistic -0.17"),
        ("The trend (-2.4 per decade) is steep.", "statistic -2.4"),
        ("The price elasticity of water was -0.6.", "statistic -0.6"),
        ("It fell to −15 °C.", "statistic -15"),
        ("The town had 14 902 births and 1 203 deaths.", "count 14902; count 1203"),
        ("Only 2·4% of 3 100 calves died.", "percentage 2.4; count 3100"),
        ("They lie at 0.1 ≤ z ≤ 0.4.", "range 0.1..0.4"),
        ("It holds for 10 < T < 40 K.", "range 10..40"),
        ("It holds for stars with 1.2 < M < 3.5.", "range 1.2..3.5"),
    ],
    "the size of a sample is the number of the units studied": [
        ("A survey of 640 bus drivers shows stress.", "sample_size 640"),
        ("Forty-one midwives kept logs.", "sample_size 41"),
        ("The project involved 33 cooks and 410 guests.", "sample_size 33; sample_size 410"),
        ("We asked 18 farmers to map their fields.", "sample_size 18"),
        ("Participants were 96 apprentices.", "sample_size 96"),
        ("Among 812 births at home, few were early.", "sample_size 812"),
        ("We digitised 2,300 parish registers.", "sample_size 2300"),
        ("Nine barley varieties were tested at three sites.", "sample_size 9; count 3"),
        ("Blood from 48 calves was analysed.", "sample_size 48"),
        ("Drawing on 512 court files, we trace a shift.", "sample_size 512"),
        ("The analysis covers 23 ministries.", "sample_size 23"),
        ("Some 900 letters sent from 1920 to 1931 were coded.", "sample_size 900; period 1920..1931"),
        ("We observed a sample of 64 quasars.", "sample_size 64"),
        ("The corpus consists of 1.1 million posts in six dialects.", "sample_size 1100000; count 6"),
        ("We recorded 318 moths of 21 species in 12 light traps.", "sample_size 318; count 21; count 12"),
        ("Tests were carried out on eight timber joists.", "sample_size 8"),
        ("Ages were determined for 37 otoliths.", "sample_size 37"),
        ("Of 140 tenants, 61 had been evicted.", "sample_size 140; count 61"),
        ("The trial randomised 240 women who visited two clinics.", "sample_size 240; count 2"),
        ("Over 3 million spectra were searched for lines.", "sample_size 3000000"),
    ],
    "an age is a duration, also without its unit": [
        ("Nurses aged 50 and over stayed.", "duration 50"),
        ("Pupils aged 11 to 14 swam.", "duration 11..14"),
        ("Some left school at age 16.", "duration 16"),
    ],
    "people and units of a study, told by other words": [
        ("Eighteen farmers in two valleys were shadowed.", "sample_size 18; count 2"),
        ("Ten oak columns were loaded to failure.", "sample_size 10"),
        ("We coded a random sample of 300.", "sample_size 300"),
        ("We rephotographed 44 glaciers and proposed two causes.", "sample_size 44; count 2"),
        ("Fifty-two schools took part.", "sample_size 52"),
        ("Sixteen slabs were cast and tested after 28 days.", "sample_size 16; duration 28"),
        ("Controls were selected from 9,400 births.", "sample_size 9400"),
        ("We coded 61 sermons by 14 preachers.", "sample_size 61; sample_size 14"),
        ("Isotopes were measured in 212 cores.", "sample_size 212"),
        ("Of 318 wills, 41 mention books.", "sample_size 318; count 41"),
        ("The mean age of the 56 patients was 67 years.", "sample_size 56; mean 67"),
        ("We searched 40 stars and found 11 planets.", "sample_size 40; count 11"),
        ("The survey was completed by 548 bakers from 61 shops.", "sample_size 548; count 61"),
    ],
    "numbers stand behind a link": [
        ("The hazard ratio for death was 0.72.", "statistic 0.72"),
        ("Anxiety dropped from 6.1 to 3.4 (p < .001).", "statistic 6.1; statistic 3.4; statistic 0.001"),
        ("Temperatures range from -12 to 31 °C.", "range -12..31"),
        ("It lies at r = −.41.", "statistic -0.41"),
    ],
    "the design of a study is counted": [
        ("The scale had 24 items.", "count 24"),
        ("We test three hypotheses and identified four themes.", "count 3; count 4"),
        ("Fieldwork was done at five locations.", "count 5"),
        ("We propose a set of six principles.", "count 6"),
        ("Noise was logged by 36 sensors.", "count 36"),
        ("The lexicon contains 850,000 words.", "count 850000"),
        ("Nurses were asked 20 questions in three clinics.", "count 20; count 3"),
    ],
    "names with numbers are none": [
        ("System 2 reasoning is slow.", ""),
        ("Horizon 2020 projects ended, and Natura 2000 areas remain.", ""),
        ("Apollo 11 brought back dust.", ""),
        ("Tubes of 304L steel and 5G masts rust.", ""),
        ("The Big Five traits and the Thirty Years War are names.", ""),
        ("Two such rings are isomorphic, and three such fields are not.", ""),
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pytest.param(*pair, id=f"{name}: {pair[0]}") for name in CLASSES for pair in CLASSES[name]],
)
def test_classes(sentence: str, expected: str) -> None:
    """Each class of quantities is read by its grammar, whatever the words are."""
    assert "; ".join(short(found) for found in quantities_in(sentence)) == expected


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_abstracts(sentence: str, expected: str) -> None:
    """Every quantity of the sentence is found with its kind and value, and nothing else."""
    assert [short(found) for found in quantities_in(sentence)] == expected.split("; ")


@pytest.mark.parametrize(
    "text",
    [
        "The COVID-19 crisis began.",
        "SDG 5, Web 2.0, H1N1, ISO 9001, Horizon 2020 and GPT-4 are names.",
        "People with type 2 diabetes in Phase II and phase 3 trials.",
        "See Section 3, Table 2, Fig. 4, Chapter 4 and Appendix 1.",
        "International Journal of Things, vol. 16 no. 4, pp. 12-19.",
        "As shown before (Alford 2009; Roux, 2008), and by Okoye (2011).",
        "Earlier work [12, 14-16] and later work [3] agree.",
        "It covers: 1) rain, 2) wind; (3) snow and (iv) hail.",
        "1. The role of users",
        "ISSN: 1750-6166",
        "https://doi.org/10.1000/182 and doi:10.1080/10967494.2025.2479045",
        "Call +32 16 32 32 70 at any time, 24/7.",
        "They met on 4 August 2022 and on June 7-8, 2017.",
        "In 2015 it began; by 2019 it was over, as in the 1990s.",
        "One of the reasons is that no one knows this one or one another.",
        "One can see a one-dimensional, zero-sum, two-way game.",
        "Only one voice was heard at a single point in time.",
        "Data of the 2011 census and a 2016 survey, by 10-fold cross-validation.",
        "Items run from 1 (never) to 5 (always).",
        "The first and the second author, in the 21st century.",
        "1 – 4 of 4",
        "102050",
        "These two forms differ.",
        "It is rated on a 5-point scale.",
        "Nothing is counted here.",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """Names, list markers, citations, dates, numbers of serials and idioms are no quantities."""
    assert quantities_in(text) == []


@pytest.mark.parametrize(
    ("text", "printed", "unit"),
    [
        ("It fell by 26.5 per cent.", "26.5 per cent", "per cent"),
        ("It ran for over a decade.", "over a decade", "year"),
        ("It ran for 18 months.", "18 months", "months"),
        ("We saw 12 small trees.", "12", "trees"),
        ("They held 70 semi-structured interviews.", "70", "interviews"),
        ("Three main service types were found.", "Three", "service types"),
        ("It cost €3.2 million.", "€3.2 million", "€"),
        ("It cost 500 euros.", "500 euros", "euros"),
        ("The gap was 1.12 eV.", "1.12 eV", "eV"),
    ],
)
def test_units_are_printed_ones(text: str, printed: str, unit: str) -> None:
    """The text holds modifiers, number and sign or unit of time; the unit is as printed. A decade is 10 years."""
    quantity = only(text)
    assert (quantity.text, quantity.unit) == (printed, unit)


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("approximately 22% of farms", ("approximate",)),
        ("about six weeks", ("approximate",)),
        ("~30 farms", ("approximate",)),
        ("more than 30 farms", ("lower_bound",)),
        ("for over a decade", ("lower_bound",)),
        ("at least 30 farms", ("lower_bound",)),
        ("aged 65 years or older", ("lower_bound",)),
        ("up to 30 farms", ("upper_bound",)),
        ("fewer than 30 farms", ("upper_bound",)),
        ("p < .05", ("upper_bound",)),
        ("between 20 and 30%", ("range",)),
        ("about 20-30 farms", ("approximate", "range")),
        ("30 farms", ()),
    ],
)
def test_modifiers(text: str, modifiers: tuple[str, ...]) -> None:
    """A modifier is read, and belongs to the text of the quantity."""
    quantity = only(text)
    assert quantity.modifiers == modifiers
    assert not modifiers or not quantity.text.startswith("30")


def test_over_may_mean_during() -> None:
    """`over` in front of a time that something was watched is no bound."""
    assert only("Plots were watched over six months.").modifiers == ()


@pytest.mark.parametrize(
    ("text", "measures", "of"),
    [
        ("Three tasks were done: 1) reading aloud (77%), 2) sums.", ["tasks", "reading aloud"], [None, None]),
        ("Delivering seeds and tools (26%) was rare.", ["Delivering seeds and tools"], [None]),
        ("They met both indoors (90%) and outdoors (56%).", ["indoors", "outdoors"], [None, None]),
        (
            "One town had a larger share (80%) of pupils with asthma than the national mean (45%).",
            ["pupils with asthma", "pupils with asthma"],
            [None, "national mean"],
        ),
        ("45% of teachers reported stress.", ["reported stress"], ["teachers"]),
        ("We asked 30% of the farms in the valley.", ["the farms in the valley"], ["the farms in the valley"]),
        ("Of these, 62% were female.", ["female"], [None]),
        ("Only 9 of 43 parishes kept a school.", ["kept a school"], ["parishes"]),
        ("Soil depth ranged from 4 to 9 cm.", ["Soil depth"], [None]),
        ("The dose was raised from 5 mg to 9 mg.", ["dose", "dose"], [None, None]),
        ("Trust in the police fell by 3.1 percentage points.", ["Trust in the police"], [None]),
        ("The cut shortened hospital stay by two days.", ["hospital stay"], [None]),
        ("A 12% drop in sales was seen.", ["drop in sales"], [None]),
        ("The response rate was 62%.", ["response rate"], [None]),
        ("A 10% increase in price was seen.", ["increase in price"], [None]),
        ("12 city-run clubs", ["city-run clubs"], [None]),
        ("We held 35 in-depth interviews with mayors and clerks.", ["in-depth interviews"], ["mayors"]),
        ("Farmers of the lower valley were visited (n=60).", ["Farmers of the lower valley"], [None]),
        ("The clubs had been operating for over a decade.", ["operating"], [None]),
        ("The mean age was 54.3 years.", ["age"], [None]),
        ("p < .05", [None], [None]),
        ("It was 26%.", [None], [None]),
        ("Fewer clerks were trained (18% v 25%).", ["trained", "trained"], [None, None]),
        ("About 40% of U.S. mayors were women.", ["women"], ["U.S. mayors"]),
        ("Spending grew 3% p.a. in the county.", ["Spending"], [None]),
        ("Readers rated the leaflet 7.8 out of 10.", ["leaflet"], [None]),
        ("AIM: To see. Willingness to co-govern rose by 4 percentage points.", ["Willingness to co-govern"], [None]),
        ("62% of towns rely on volunteers.", ["rely on volunteers"], ["towns"]),
        ("7 of 12 cities co-produce apps.", ["co-produce apps"], ["cities"]),
        ("Half of the tenants in large houses trust the mayor.", ["trust the mayor"], ["the tenants in large houses"]),
        ("Mean cost was lower by £312 per case.", ["Mean cost"], [None]),
        ("Trust was higher (80.4%) than before.", ["Trust"], [None]),
        ("The share of women in town halls was higher (80.4%).", ["share of women in town halls"], [None]),
        ("A higher (80.4%) share came.", [None], [None]),
        ("Six trials involving 2123 nurses were found.", ["trials", "nurses"], [None, None]),
        ("1 in 4 spent more than 10 hours.", [None, None], [None, None]),
        ("We drew 31 of them.", [None], [None]),
    ],
)
def test_what_is_measured(text: str, measures: list[str | None], of: list[str | None]) -> None:
    """What a quantity measures, and its whole, are words of the sentence, or None."""
    found = quantities_in(text)
    assert [one.quantity.measures for one in found] == measures
    assert [one.quantity.of for one in found if one.quantity.of] == [one for one in of if one]


def test_a_section_of_several_sentences() -> None:
    """Offsets are those of the whole text."""
    text = "We asked 12 nurses. It rained.\n\nTrust rose (26%)."
    assert [text[found.start : found.end] for found in quantities_in(text)] == ["12", "26%"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,5 % of users left.", "1.5"), ("It fell by 12,25 per cent.", "12.25"), ("1,200 users", "1200")],
)
def test_a_comma_may_be_decimal(text: str, value: str) -> None:
    """A comma with one or two digits behind it, before a per cent sign, is decimal."""
    (found,) = quantities_in(text)
    assert found.quantity.value == Decimal(value)


def test_the_decimal_context_of_the_caller_does_not_matter() -> None:
    """Values do not depend on the precision that the caller chose for his own sums."""
    text = "It cost €3.25 million; two thirds of 123,456 farms paid 1.2345 million euros."
    expected = [found.quantity.value for found in quantities_in(text)]
    with localcontext() as context:
        context.prec = 2
        assert [found.quantity.value for found in quantities_in(text)] == expected
    assert expected[0] == Decimal(3250000)


_PIECES = (
    "12 one two 26% (26%) of in the nurses between and from to 5-10 years 2013-2015 n=60 p<.05 OR 1.45, 95% CI 1.1-1.9 "
    "a half third mean age over than $5 million € 1) (2008) . ; , ( ) [ ] – = ± 3.2 × 10^6 t(58) 1,204 -0.4 May first "
    "half of 2022 %"
)
WORDS = st.sampled_from([*_PIECES.split(), "", "\n", "\n\n", "\u00a0", "٣", "²", "\x00", "10^99", "1e5", "9" * 30])


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=60))
def test_quantities_are_verbatim(text: str) -> None:
    """No text raises; quantities come in order without overlaps; every text stands at its offsets."""
    place = 0
    for found in quantities_in(text):
        assert place <= found.start < found.end
        place = found.end
        assert found.quantity.text == text[found.start : found.end]
        for span, words in ((found.measures, found.quantity.measures), (found.of, found.quantity.of)):
            assert words == (None if span is None else text[span[0] : span[1]])
            assert words is None or words.strip() == words != ""


TRAPS = (
    "9|1,|one |n=|(|%|x|1 |12 |a half |1-|1.|1. |2015-|2015 to |5 % |(5%)|(n=5)|1) a |mean |mean 5 |of 5 |12 of |two-"
    "|one hundred and |between 5 and |May |5 cats, |5 cat cat cat cat |(95% CI |p<|p<5|10^|.5|half |5/|5 (SD |$5 |[1,|٣"
    "|5 large and |OR |e.g. 5 |study 5 cats; |( 5 cats"
)


@pytest.mark.parametrize("trap", TRAPS.split("|"))
@pytest.mark.timing
def test_hostile_text_takes_linear_time(trap: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    text = trap * (30_000 // len(trap))
    started = process_time()
    assert len(quantities_in(text)) <= len(text)
    assert process_time() - started < 20


def test_a_million_digits() -> None:
    """A number without end is none."""
    assert quantities_in("We saw " + "9" * 1_000_000 + " trees.") == []


def test_a_sentence_of_numbers_is_a_table() -> None:
    """The first of them are read, however many there are."""
    assert len(quantities_in("We met 12 nurses, " * 1000)) == MOST


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("We met one hundred and ſix nurses.", [106]),
        ("We met twenty-fıve nurses and three mİllİon others.", [25, 3_000_000]),
        ("It took two fİfths of them.", [Decimal("0.4")]),
        ("One fıfth of the towns has three thouſand houses.", [Decimal("0.2"), 3000]),
    ],
)
def test_letters_that_look_alike(text: str, values: list[Decimal | int]) -> None:
    """A pattern without case takes `ſ` for an s and `ı` for an i: the number is the same, and nothing is raised."""
    assert [found.quantity.value for found in quantities_in(text)] == values
