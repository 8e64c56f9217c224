import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { aoiMutations } from '#src/api/aois.ts'
import { fieldProblems, isTaken, noticeUnlessBeside, wordsFor } from '#src/api/errors.ts'
import { useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { areaToUrl } from '#src/geo/area-in-url.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { polygonProblems } from '#src/geo/polygon-problems.ts'
import { areaFrom, polygonsOf, type Area } from '#src/geo/rings.ts'
import { paths } from '#src/paths.ts'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import type { Scene } from '#src/scenes/scene.ts'
import { Button } from '#src/ui/button/button.tsx'
import { focusFirstInvalid } from '#src/ui/field/focus-invalid.ts'
import { RadioGroup } from '#src/ui/field/radio-group.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { AoiOutlineLayer } from '../aoi-outline.layer.tsx'
import { ChosenScenes } from './chosen-scenes.tsx'
import { groupBySatellite } from './group-by-satellite.ts'
import styles from './new-aoi.module.css'

type NewAoiFormProps = {
  area: Area
  scenes: readonly Scene[]
  satellites: readonly Satellite[]
  /** Chosen scenes that the service does not know. */
  missing: number
  onBack: () => void
}

const isBeside = (field: string) => /^(name|description|project_id|geometry|item_ids)\b/.test(field)

/** Name, project, and which of the chosen scenes. What was typed stays when the service refuses it. */
export function NewAoiForm({ area, scenes, satellites, missing, onBack }: NewAoiFormProps) {
  const navigate = useNavigate()
  const projects = useQuery(projectQueries.list())
  const chosenProject = useChosenProject()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [pickedProject, setPickedProject] = useState<string>()
  const [pickedSatellite, setPickedSatellite] = useState<string>()
  const [part, setPart] = useState('0')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [hoveredKey, setHoveredKey] = useState<string | null>(null)
  const [wasTried, setWasTried] = useState(false)
  const create = useMutation(aoiMutations.create())

  const parts = polygonsOf(area)
  const geometry = areaFrom(parts.slice(Number(part), Number(part) + 1))
  const problems = polygonProblems(geometry)
  const areaError = problems.find(({ severity }) => severity === 'error')?.message
  const { groups, unknown } = groupBySatellite(scenes, satellites)
  const group = groups.find(({ satellite }) => satellite.id === pickedSatellite) ?? groups[0]
  const used = group?.scenes.filter(({ key }) => !left.has(key)) ?? []
  const projectList = projects.data?.projects ?? []
  const projectId = pickedProject ?? chosenProject ?? projectList[0]?.id

  const form = useRef<HTMLFormElement>(null)

  const refused = fieldProblems(create.error)
  const taken = isTaken(create.error) ? 'This name is taken.' : undefined
  const nameError = refused.name ?? taken ?? (wasTried && !name.trim() ? 'Give it a name.' : undefined)
  const sceneError = Object.entries(refused).find(([field]) => field.startsWith('item_ids'))?.[1]
  const failure = taken ? null : noticeUnlessBeside(create.error, isBeside)
  /** What was refused was refused of what stood there then. */
  const edited =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      if (create.error) create.reset()
    }

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setWasTried(true)
    if (!name.trim()) return focusFirstInvalid(form.current)
    if (!group || !projectId || areaError || used.length === 0 || geometry.type !== 'Polygon' || create.isPending)
      return
    create.mutate(
      {
        name: name.trim(),
        description: description.trim(),
        project_id: projectId,
        satellite_id: group.satellite.id,
        provider: group.provider,
        geometry,
        item_ids: used.map(({ id }) => id),
      },
      {
        onSuccess: (aoi) => {
          const others = groups.flatMap(({ satellite, scenes: own }) => (satellite === group.satellite ? [] : own))
          notify({
            tone: 'ok',
            title: `${aoi.name} is being prepared`,
            ...(others.length > 0 && {
              action: {
                label: `AOI of the other ${others.length} ${others.length === 1 ? 'scene' : 'scenes'}`,
                onPress: () =>
                  void navigate(paths.newAoi({ area: areaToUrl(area), scenes: others.map(({ id }) => id) })),
              },
            }),
          })
          void navigate(paths.aoi(aoi.aoi_id))
        },
        onError: () => focusFirstInvalid(form.current),
      },
    )
  }

  return (
    <Panel
      title="New AOI"
      subtitle={`${formatAreaKm2(areaKm2(geometry))} · ${used.length} ${used.length === 1 ? 'scene' : 'scenes'}`}
      onBack={onBack}
      isFlush
      footer={
        <>
          <Button onPress={onBack}>Cancel</Button>
          <Button
            tone="primary"
            isPending={create.isPending}
            isDisabled={!group || used.length === 0 || areaError !== undefined}
            onPress={() => submit()}
          >
            Create AOI
          </Button>
        </>
      }
    >
      <title>New AOI – Swath</title>
      <AoiOutlineLayer id={part} geometry={geometry} />
      <FootprintsLayer
        scenes={group?.scenes ?? scenes}
        selectedKeys={used.map(({ key }) => key)}
        hoveredKey={hoveredKey}
        onHoverChange={setHoveredKey}
      />
      <PanelPart>
        <form ref={form} className={styles.form} onSubmit={submit}>
          <TextField
            label="Name"
            isRequired
            autoFocus
            value={name}
            onChange={edited(setName)}
            {...(nameError && { error: nameError })}
          />
          <TextArea
            label="Description"
            rows={2}
            value={description}
            onChange={edited(setDescription)}
            {...(refused.description && { error: refused.description })}
          />
          <Select
            label="Project"
            options={projectList.map(({ id, name: short, title }) => ({ id, label: title || short || id }))}
            value={projectId}
            onChange={edited(setPickedProject)}
            isDisabled={projects.isPending}
            {...(refused.project_id && { error: refused.project_id })}
          />
          {projects.isError && (
            <ErrorNotice
              what="The projects could not be loaded"
              advice={wordsFor(projects.error).whatToDo}
              onRetry={() => void projects.refetch()}
            />
          )}
          {parts.length > 1 && (
            <RadioGroup
              label="Part of the area"
              description="An AOI is one polygon. Make another one for each further part."
              options={parts.map((rings, i) => ({
                id: String(i),
                label: `Part ${i + 1}, ${formatAreaKm2(areaKm2({ type: 'Polygon', coordinates: rings }))}`,
              }))}
              value={part}
              onChange={edited(setPart)}
            />
          )}
          {(areaError ?? refused.geometry) && (
            <ErrorNotice
              what="This area can not be used"
              advice={areaError ?? refused.geometry ?? ''}
              actions={
                <Button size="s" onPress={onBack}>
                  Change it in Explore
                </Button>
              }
            />
          )}
          {groups.length > 1 && (
            <RadioGroup
              label="Satellite"
              description="An AOI holds scenes of one satellite. You can make another one of the other scenes next."
              options={groups.map(({ satellite, scenes: own }) => ({
                id: satellite.id,
                label: `${satellite.name}, ${own.length} ${own.length === 1 ? 'scene' : 'scenes'}`,
              }))}
              value={group?.satellite.id}
              onChange={edited(setPickedSatellite)}
            />
          )}
          {missing + unknown.length > 0 && (
            <ErrorNotice
              tone="warn"
              what={`${missing + unknown.length} of the chosen scenes can not be used`}
              advice="The service does not list them for any satellite."
            />
          )}
          {failure && <ErrorNotice {...failure} />}
          <input type="submit" hidden />
        </form>
      </PanelPart>
      {group && (
        <ChosenScenes
          scenes={group.scenes}
          left={left}
          hoveredKey={hoveredKey}
          error={sceneError ?? (used.length === 0 ? 'Choose at least one scene.' : undefined)}
          onHover={setHoveredKey}
          onLeftChange={edited(setLeft)}
        />
      )}
    </Panel>
  )
}
